/**
 * Pieces shared by the shaders. Every shader computes in linear light and ends with the renderer's own conversion
 * to sRGB; the still noise after it hides the 8-bit steps of slow dark gradients.
 */
export const DITHER = /* glsl */ `
float dither(vec2 pixel) {
  return (fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715)))) - 0.5) / 255.0;
}`

/** Light that the hot zones throw on the stone around them: xy = centre, z = radius, in millimetres. */
export const SPILL = /* glsl */ `
uniform vec3 uZones[ZONES];
uniform vec3 uGlow[ZONES];
vec3 spill(vec2 at) {
  vec3 sum = vec3(0.0);
  for (int i = 0; i < ZONES; i++) {
    float d = max(0.0, distance(at, uZones[i].xy) - uZones[i].z * 0.94);
    float wide = 1.0 / (1.0 + d * d / 5200.0);
    #ifdef FULL
    sum += uGlow[i] * (0.55 * wide * wide + 0.75 * exp(-d / 24.0));
    #else
    sum += uGlow[i] * (0.8 * wide * wide * wide + 0.3 * max(0.0, 1.0 - d / 60.0));
    #endif
  }
  return sum;
}`

/** Diagonal hatching of the plane: 1 on a line. Says "do not trust this" without a colour. */
export const HATCH = /* glsl */ `
float hatch(vec2 at, float pitch, float width) {
  float along = (at.x + at.y) * 0.70710678;
  float d = abs(fract(along / pitch) - 0.5) * pitch;
  float blur = fwidth(along);
  return 1.0 - smoothstep(width * 0.5 - blur * 0.5, width * 0.5 + blur * 0.5, d);
}`
