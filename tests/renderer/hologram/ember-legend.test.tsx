import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { EmberLegend } from '../../../src/renderer/hologram/overlay/ember-legend.tsx'

test('the legend names its marks in the cook’s unit, each at its place on the ramp', () => {
  const html = renderToStaticMarkup(
    <EmberLegend marks={[20, 155, 290]} format={(celsius) => `${Math.round(celsius * 1.8 + 32)} °F`} />,
  )
  expect(html).toContain('left:0%">68 °F')
  expect(html).toContain('left:50%">311 °F')
  expect(html).toContain('left:100%">554 °F')
})
