import { DECODE, ENCODE } from './glsl.ts'

/**
 * The counter is drawn in two steps. Slab and ground stand still: they are drawn once into a picture, which keeps in
 * its alpha how much of the heat's light each point gives back. Each frame lays that picture down and adds the light.
 */
export const STILL_VERTEX = /* glsl */ `
varying vec3 vAt;
varying vec3 vNormal;
void main() {
  vAt = position;
  vNormal = normal;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

/** The slab: still stone with a soft window light from the back and a lit edge. */
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
${ENCODE}
void main() {
  vec3 n = normalize(vNormal);
  vec2 place = vAt.xz / uHalf;
  vec2 grain = texture2D(uStone, vAt.xz / 210.0).rg - 0.5;
  float top = smoothstep(0.55, 0.98, n.y);
  // A window far behind: light falls off towards the cook and to the sides.
  float sky = clamp(0.5 - 0.5 * place.y, 0.0, 1.0);
  float window = sky * sky * (1.0 - 0.28 * place.x * place.x);
  vec3 stone = mix(uNear, uFar, window) * (1.0 + uGrain * (grain.x * 0.9 + grain.y * 1.6));
  // The edge: light held in glass, strongest towards the cook, dying down the side.
  float front = max(0.0, n.z);
  float side = 1.0 - top;
  float down = exp(vAt.y / 4.5);
  #ifdef PAPER
  vec3 wall = mix(uNear * 0.72, uRim, (0.15 + 0.75 * front) * down);
  float answer = 0.85 * top;
  #else
  vec3 wall = uNear * 0.35 + uRim * (0.06 + 0.94 * front * front) * down;
  float answer = mix(0.35 + 0.53 * uGrain * (grain.x + grain.y), 0.23 * down, side);
  #endif
  gl_FragColor = vec4(encode(mix(stone, wall, side)) + dither(gl_FragCoord.xy), answer);
}`

/** What the slab lies on: nothing but its shadow and a breath of the edge's light. */
export const GROUND_FRAGMENT = /* glsl */ `
precision highp float;
varying vec3 vAt;
uniform vec2 uHalf;
uniform vec3 uGround;
uniform vec3 uRim;
${ENCODE}
void main() {
  vec2 outside = abs(vAt.xz) - uHalf + 26.0;
  float d = max(length(max(outside, 0.0)) - 26.0, 0.0);
  float shade = exp(-d / 38.0);
  #ifdef PAPER
  vec3 colour = uGround * (1.0 - 0.3 * shade * shade - 0.1 * exp(-d / 140.0));
  float answer = 0.3;
  #else
  vec3 colour = uGround * (1.0 - 0.72 * shade);
  float front = smoothstep(uHalf.y - 20.0, uHalf.y + 30.0, vAt.z);
  colour += uRim * 0.022 * front * exp(-d / 20.0) * smoothstep(1.0, 0.55, abs(vAt.x) / uHalf.x);
  float answer = 0.04;
  #endif
  gl_FragColor = vec4(encode(colour) + dither(gl_FragCoord.xy), answer);
}`

export const SPILL_VERTEX = /* glsl */ `
varying vec2 vAt;
uniform vec2 uExtent;
void main() {
  vAt = position.xz * uExtent;
  gl_Position = vec4(position.xz, 0.0, 1.0);
}`

/**
 * The light that the hot zones throw on the stone, as a small map of the hob: it has no detail that a large one would
 * keep. uZones: xy = centre, z = radius, in millimetres.
 */
export const SPILL_FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 vAt;
uniform vec3 uZones[ZONES];
uniform vec3 uGlow[ZONES];
uniform vec2 uExtent;
void main() {
  vec3 sum = vec3(0.0);
  for (int i = 0; i < ZONES; i++) {
    float d = max(0.0, distance(vAt, uZones[i].xy) - uZones[i].z * 0.94);
    float wide = 1.0 / (1.0 + d * d / 5200.0);
    sum += uGlow[i] * (0.6 * wide * wide + 0.7 * exp(-d / 26.0));
  }
  // The map ends in the dark.
  sum *= smoothstep(1.0, 0.8, max(abs(vAt.x) / uExtent.x, abs(vAt.y) / uExtent.y));
  // Bytes, because a software renderer takes twice as long over half floats; the root keeps the dark fine.
  gl_FragColor = vec4(sqrt(sum * 0.5), 1.0);
}`

export const LIT_VERTEX = /* glsl */ `
varying vec2 vMap;
uniform vec2 uExtent;
void main() {
  vMap = position.xz / uExtent * 0.5 + 0.5;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

/** The still picture under the light of the hot zones. */
export const LIT_FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 vMap;
uniform sampler2D uStill;
uniform sampler2D uSpill;
${ENCODE}
${DECODE}
void main() {
  // As large as the picture, texel for pixel: read without a filter.
  vec4 still = texelFetch(uStill, ivec2(gl_FragCoord.xy), 0);
  vec3 root = texture2D(uSpill, vMap).rgb;
  vec3 light = root * root * 2.0;
  #ifdef PAPER
  float strength = max(light.r, max(light.g, light.b));
  vec3 tint = light / max(strength, 1e-5);
  vec3 colour = decode(still.rgb) * mix(vec3(1.0), tint, min(strength, 0.73) * still.a);
  #else
  vec3 colour = decode(still.rgb) + light * still.a * 0.3;
  #endif
  #ifdef FULL
  gl_FragColor = vec4(encode(colour) + dither(gl_FragCoord.xy), 1.0);
  #else
  // The exact way back from decode: where no light falls, the still picture is the picture.
  gl_FragColor = vec4(sqrt(colour) + dither(gl_FragCoord.xy), 1.0);
  #endif
}`
