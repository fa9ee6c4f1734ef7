import { DITHER, SPILL } from './glsl.ts'

export const COUNTER_VERTEX = /* glsl */ `
varying vec3 vAt;
varying vec3 vNormal;
void main() {
  vAt = position;
  vNormal = normal;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

/** The slab: still stone with a soft window light from the back, a lit edge, and the heat's own light on it. */
export const SLAB_FRAGMENT = /* glsl */ `
precision highp float;
varying vec3 vAt;
varying vec3 vNormal;
uniform sampler2D uStone;
uniform vec2 uHalf;
uniform vec3 uFar;
uniform vec3 uNear;
uniform vec3 uRim;
uniform float uGrain;
uniform float uLit;
${DITHER}
${SPILL}
void main() {
  vec3 n = normalize(vNormal);
  vec2 place = vAt.xz / uHalf;
  vec2 grain = texture2D(uStone, vAt.xz / 210.0).rg - 0.5;
  float top = smoothstep(0.55, 0.98, n.y);
  // A window far behind: light falls off towards the cook and to the sides.
  float sky = clamp(0.5 - 0.5 * place.y, 0.0, 1.0);
  float window = sky * sky * (1.0 - 0.28 * place.x * place.x);
  vec3 stone = mix(uNear, uFar, window);
  stone *= 1.0 + uGrain * (grain.x * 0.9 + grain.y * 1.6);
  vec3 light = spill(vAt.xz);
  float strength = max(light.r, max(light.g, light.b));
  #ifdef PAPER
  stone *= mix(vec3(1.0), light / max(strength, 1e-4), clamp(strength * 0.85, 0.0, 0.62));
  #else
  stone += light * (0.105 + 0.16 * uGrain * (grain.x + grain.y));
  #endif
  // The edge: light held in glass, strongest towards the cook, dying down the side.
  float front = max(0.0, n.z);
  float side = 1.0 - top;
  float down = exp(vAt.y / 4.5);
  vec3 edge = uRim * (0.06 + 0.94 * front * front) * down * uLit;
  #ifdef PAPER
  vec3 wall = mix(uNear * 0.72, uRim, (0.15 + 0.75 * front) * down);
  #else
  vec3 wall = uNear * 0.35 + edge + light * 0.07 * down;
  #endif
  vec3 colour = mix(stone, wall, side);
  gl_FragColor = vec4(colour, 1.0);
  #include <colorspace_fragment>
  gl_FragColor.rgb += dither(gl_FragCoord.xy);
}`

/** What the slab lies on: nothing but its shadow, a breath of the edge's light and of the heat. */
export const GROUND_FRAGMENT = /* glsl */ `
precision highp float;
varying vec3 vAt;
uniform vec2 uHalf;
uniform vec3 uGround;
uniform vec3 uRim;
uniform float uLit;
${DITHER}
${SPILL}
void main() {
  vec2 outside = abs(vAt.xz) - uHalf + 26.0;
  float d = length(max(outside, 0.0)) - 26.0;
  float shade = exp(-max(d, 0.0) / 38.0);
  vec3 light = spill(vAt.xz);
  #ifdef PAPER
  float strength = max(light.r, max(light.g, light.b));
  vec3 colour = uGround * (1.0 - 0.3 * shade * shade - 0.1 * exp(-max(d, 0.0) / 140.0));
  colour *= mix(vec3(1.0), light / max(strength, 1e-4), clamp(strength * 0.3, 0.0, 0.25));
  #else
  vec3 colour = uGround * (1.0 - 0.72 * shade) + light * 0.012;
  float front = smoothstep(uHalf.y - 20.0, uHalf.y + 30.0, vAt.z);
  colour += uRim * 0.022 * uLit * front * exp(-max(d, 0.0) / 20.0) * smoothstep(1.0, 0.55, abs(vAt.x) / uHalf.x);
  #endif
  gl_FragColor = vec4(colour, 1.0);
  #include <colorspace_fragment>
  gl_FragColor.rgb += dither(gl_FragCoord.xy);
}`
