import { ENCODE, HATCH } from './glsl.ts'

export const PLANE_VERTEX = /* glsl */ `
varying vec2 vAt;
uniform float uReach;
void main() {
  vAt = position.xz * uReach;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position * vec3(uReach, 1.0, uReach), 1.0);
}`

/**
 * The heat disc: what is known of the zone's temperature, as colour with isotherms. Stale is grey and hatched,
 * unknown is dark and hatched (law 9).
 */
export const DISC_FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 vAt;
uniform sampler2D uField;
uniform sampler2D uEmber;
uniform vec2 uEmberSpan;
uniform float uSide;
uniform float uRadius;
uniform float uKnown;
uniform float uStale;
uniform float uIsotherm;
uniform float uResidual;
uniform vec3 uWell;
uniform vec3 uLip;
uniform vec3 uMark;
uniform vec3 uHatch;
${ENCODE}
${HATCH}

// Cubic B-spline from four bilinear reads (Sigg and Hadwiger, GPU Gems 2, chapter 20): isotherms without corners.
vec2 smoothField(vec2 uv) {
  vec2 at = uv * uSide - 0.5;
  vec2 whole = floor(at);
  vec2 f = at - whole;
  vec2 g = 1.0 - f;
  vec2 w0 = g * g * g / 6.0;
  vec2 w1 = (4.0 - 3.0 * f * f * (2.0 - f)) / 6.0;
  vec2 w2 = (4.0 - 3.0 * g * g * (2.0 - g)) / 6.0;
  vec2 w3 = f * f * f / 6.0;
  vec2 s0 = w0 + w1;
  vec2 s1 = w2 + w3;
  vec2 a = (whole - 0.5 + w1 / s0) / uSide;
  vec2 b = (whole + 1.5 + w3 / s1) / uSide;
  return s0.y * (s0.x * texture2D(uField, vec2(a.x, a.y)).rg + s1.x * texture2D(uField, vec2(b.x, a.y)).rg)
       + s1.y * (s0.x * texture2D(uField, vec2(a.x, b.y)).rg + s1.x * texture2D(uField, vec2(b.x, b.y)).rg);
}

float line(float value, float every, float width) {
  float slope = length(vec2(dFdx(value), dFdy(value)));
  float d = abs(fract(value / every + 0.5) - 0.5) * every / max(slope, 1e-4);
  // A plateau has no isotherm, and lines that crowd would only be a haze.
  float shown = smoothstep(0.006, 0.03, slope) * (1.0 - smoothstep(0.12, 0.3, slope / every));
  return (1.0 - smoothstep(width * 0.5, width * 0.5 + 1.0, d)) * shown;
}

// The wave sign of a hot surface: three rising waves, lying on the glass.
float waves(vec2 p) {
  float d = 1e3;
  for (int i = -1; i <= 1; i++) {
    float x = p.x - float(i) * 0.36 - 0.085 * sin(p.y * 6.6);
    d = min(d, max(abs(x), abs(p.y) - 0.44));
  }
  float blur = fwidth(p.x) * 0.75;
  return 1.0 - smoothstep(0.055 - blur, 0.055 + blur, d);
}

void main() {
  float rho = length(vAt);
  float edge = fwidth(rho);
  float inside = 1.0 - smoothstep(uRadius - edge, uRadius, rho);
  if (inside <= 0.0) discard;
  float r = rho / uRadius;
  vec2 field = smoothField(0.5 + 0.5 * vAt / uRadius);
  float celsius = field.r;
  float known = smoothstep(0.35, 0.65, field.g) * uKnown;
  vec3 heat = texture2D(uEmber, vec2((celsius - uEmberSpan.x) / (uEmberSpan.y - uEmberSpan.x), 0.5)).rgb;
  float glow = dot(heat, vec3(0.2126, 0.7152, 0.0722));
  // The outermost cells are continued, not told: their lines would be the grid's, so they end before.
  float thin = line(celsius, uIsotherm, 0.7);
  float strong = line(celsius, uIsotherm * 5.0, 1.5);
  vec3 ink = mix(heat * 1.9 + 0.035, heat * 0.42, smoothstep(0.32, 0.62, glow));
  vec3 hot = mix(heat, ink, clamp(thin * 0.42 + strong * 0.8, 0.0, 0.9) * (1.0 - smoothstep(0.83, 0.93, r)));
  // Stale: the last colours drained and striped, so that nobody reads them as live.
  vec3 drained = min(glow, 0.32) * vec3(0.115, 0.126, 0.13) + 0.01;
  hot = mix(hot, drained, uStale);
  vec3 well = uWell * (1.0 - 0.35 * r * r);
  vec3 colour = mix(well, hot, known);
  // A glass lens sunk in stone: the rim alone is shaded, the field stays true.
  float rim = smoothstep(0.93, 1.0, r);
  colour *= 1.0 - 0.45 * rim;
  float back = smoothstep(0.2, -1.0, vAt.y / uRadius);
  colour += uLip * smoothstep(0.955, 0.99, r) * (0.25 + 0.75 * back);
  // Window light on cold glass; it is gone before heat has a colour to be read.
  float cold = 1.0 - known * smoothstep(24.0, 42.0, celsius);
  colour += uLip * 0.16 * cold * back * back;
  float doubt = max(uStale, 1.0 - uKnown);
  colour = mix(colour, uHatch, hatch(vAt, 9.0, 1.3) * doubt * 0.55 * (1.0 - rim));
  float sign = waves(vAt / (uRadius * 0.34));
  colour = mix(colour, uMark, sign * uResidual * 0.9);
  gl_FragColor = vec4(encode(colour) + dither(gl_FragCoord.xy), inside);
}`
