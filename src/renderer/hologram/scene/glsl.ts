/**
 * Pieces shared by the shaders. Every shader computes in linear light and ends in sRGB by its own hand, also into
 * render targets; the still noise after it hides the 8-bit steps of slow dark gradients.
 */
export const ENCODE = /* glsl */ `
vec3 encode(vec3 light) {
  vec3 c = clamp(light, 0.0, 1.0);
  #ifdef FULL
  return mix(1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, c * 12.92, vec3(lessThanEqual(c, vec3(0.0031308))));
  #else
  // Square roots instead of powers, which cost a software renderer most of its time (I. Taylor, 2012; error < 0.003).
  vec3 a = sqrt(c);
  vec3 b = sqrt(a);
  return max(vec3(0.0), 0.662002687 * a + 0.68412206 * b - 0.323583601 * sqrt(b) - 0.022541147 * c);
  #endif
}
float dither(vec2 pixel) {
  return (fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715)))) - 0.5) / 255.0;
}`

export const DECODE = /* glsl */ `
vec3 decode(vec3 c) {
  #ifdef FULL
  return mix(pow((c + 0.055) / 1.055, vec3(2.4)), c / 12.92, vec3(lessThanEqual(c, vec3(0.04045))));
  #else
  return c * c;
  #endif
}`

/** Diagonal hatching of the plane: 1 on a line. Says "do not trust this" without a colour. */
export const HATCH = /* glsl */ `
float hatch(vec2 at, float pitch, float width) {
  float along = (at.x + at.y) * 0.70710678;
  float d = abs(fract(along / pitch) - 0.5) * pitch;
  float blur = fwidth(along);
  return 1.0 - smoothstep(width * 0.5 - blur * 0.5, width * 0.5 + blur * 0.5, d);
}`
