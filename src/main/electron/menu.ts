import type { MenuItemConstructorOptions } from 'electron'

/**
 * The default menu brings reload, zoom and developer tools with their keys: none of it belongs on a stove. macOS
 * cannot quit or paste without a menu, so it keeps those two.
 */
export const menuTemplate = (platform: NodeJS.Platform): MenuItemConstructorOptions[] | null =>
  platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }] : null
