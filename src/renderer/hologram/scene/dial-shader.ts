/**
 * The whole dial in one quad: ticks, the arc that is, the arc that is wanted, and the knob. Millimetres in the
 * plane of the glass, colours as they stand on the screen; angles run clockwise from the dial's start, so that 0 to uSweep is the scale.
 */
export const DIAL_FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 vAt;
uniform float uRing;
uniform float uOuter;
uniform float uDisc;
uniform float uStart;
uniform float uSweep;
uniform float uTicks;
uniform float uStrongEvery;
uniform float uStrongPhase;
uniform float uActual;
uniform float uTarget;
uniform float uOn;
uniform float uHeating;
uniform float uDoubt;
uniform float uSelected;
uniform float uPending;
uniform float uStep;
uniform vec3 uPaper;
uniform vec3 uMute;
uniform vec3 uAqua;
uniform vec3 uEmber;
uniform vec3 uCore;

float stroke(float d, float halfWidth, float px) {
  float w = max(halfWidth, px * 0.55);
  return (1.0 - smoothstep(w - px * 0.5, w + px * 0.5, d)) * min(1.0, halfWidth / (px * 0.55) + 0.35);
}

// Distance in millimetres to the arc from a to b of the scale, with round ends.
float arc(float rho, float along, vec2 at, float a, float b) {
  if (along >= a && along <= b) return abs(rho - uRing);
  float ea = uStart - a;
  float eb = uStart - b;
  return min(distance(at, uRing * vec2(cos(ea), sin(ea))), distance(at, uRing * vec2(cos(eb), sin(eb))));
}

void over(inout vec4 below, vec3 colour, float alpha) {
  below.rgb = mix(below.rgb, colour, alpha / max(alpha + below.a * (1.0 - alpha), 1e-5));
  below.a = alpha + below.a * (1.0 - alpha);
}

void main() {
  vec2 at = vec2(vAt.x, -vAt.y);
  float rho = length(at);
  float px = max(length(dFdx(at)), length(dFdy(at)));
  float along = mod(uStart - atan(at.y, at.x), 6.28318530718);
  // The gap belongs half to each end.
  float late = uSweep + (6.28318530718 - uSweep) * 0.5;
  if (along > late) along -= 6.28318530718;
  float room = uOuter - uRing;
  vec4 colour = vec4(0.0);

  float onScale = step(-0.002, along) * step(along, uSweep + 0.002);
  vec3 track = mix(uMute, uAqua, uSelected);
  over(colour, track, stroke(arc(rho, along, at, 0.0, uSweep), 0.45, px) * mix(0.34, 0.75, uSelected));

  over(colour, uAqua, stroke(abs(rho - uOuter - 2.0), 0.7, px) * uSelected * 0.85);

  float stepAngle = uSweep / uTicks;
  float tickAt = floor(along / stepAngle + 0.5);
  float sideways = abs(along - tickAt * stepAngle) * rho;
  float strong = 1.0 - step(0.25, abs(mod(tickAt - uStrongPhase + uStrongEvery * 0.5, uStrongEvery) - uStrongEvery * 0.5));
  float from = uRing + room * 0.42;
  float length1 = room * mix(0.26, 0.5, strong);
  float radial = max(from - rho, rho - from - length1);
  float tick = stroke(max(sideways, radial), mix(0.35, 0.6, strong), px) * onScale;
  over(colour, track, tick * mix(mix(0.32, 0.7, strong), 0.9, uSelected * strong));

  over(colour, uAqua, stroke(abs(rho - uDisc - 1.2), 0.7, px) * uStep * 0.9);

  float actual = uActual * uSweep;
  float target = uTarget * uSweep;
  vec3 lamp = mix(uMute, uEmber, uHeating);
  #ifdef FULL
  float far = arc(rho, along, at, 0.0, max(actual, 0.001));
  over(colour, lamp, exp(-far / (room * 0.42)) * 0.4 * uHeating * (1.0 - uDoubt) * step(0.001, uActual));
  #endif
  float wanted = arc(rho, along, at, min(actual, target), max(actual, target));
  over(colour, uPaper, stroke(wanted, 0.9, px) * uOn * mix(0.62, 0.9, uPending));
  float isArc = stroke(arc(rho, along, at, 0.0, max(actual, 0.001)), 2.3, px) * smoothstep(0.0, 0.004, uActual);
  // What is not live is dashed.
  float dashes = mix(1.0, step(0.5, fract(along * 14.0)), step(0.5, uDoubt));
  over(colour, lamp, isArc * dashes * mix(mix(0.75, 1.0, uHeating), 0.5, uDoubt));

  float knobAngle = uStart - target;
  float d = distance(at, uRing * vec2(cos(knobAngle), sin(knobAngle)));
  float size = min(room * 0.6, 9.5) * mix(0.62, 1.0, max(uOn, uSelected)) * mix(1.0, 1.18, uPending);
  #ifdef FULL
  over(colour, uPaper, exp(-max(0.0, d - size) / (size * 0.5)) * 0.22 * uOn);
  #endif
  // Law 9 for the hand: what the kitchen has not accepted yet is an open ring.
  float solid = 1.0 - smoothstep(size - px, size, d);
  float hole = 1.0 - smoothstep(size * 0.62 - px, size * 0.62, d);
  
  over(colour, mix(uMute, uPaper, uOn), solid * mix(0.55, 1.0, uOn));
  over(colour, uCore, hole * max(1.0 - uOn, uPending));

  if (colour.a < 0.003) discard;
  gl_FragColor = colour;
}`
