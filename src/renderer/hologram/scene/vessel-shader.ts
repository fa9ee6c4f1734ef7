import { ENCODE } from './glsl.ts'

export const VESSEL_VERTEX = /* glsl */ `
attribute float along;
varying vec3 vAt;
varying vec3 vNormal;
varying vec3 vEye;
varying float vAlong;
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  vAt = position;
  vNormal = normalize(mat3(modelMatrix) * normal);
  vEye = cameraPosition - world.xyz;
  vAlong = along;
  gl_Position = projectionMatrix * viewMatrix * world;
}`

/** A pan as a ghost: a shell of glass that shows its edges by fresnel and carries the heat's light in its foot. */
export const VESSEL_FRAGMENT = /* glsl */ `
precision highp float;
varying vec3 vAt;
varying vec3 vNormal;
varying vec3 vEye;
varying float vAlong;
uniform float uHeight;
uniform float uPresent;
uniform vec3 uGlass;
uniform vec3 uHeat;
${ENCODE}
void main() {
  float facing = abs(dot(normalize(vNormal), normalize(vEye)));
  // Bright at the silhouette, but not on its very last pixel: the edge stays smooth without multisampling.
  float edge = pow(1.0 - facing, 3.2) * smoothstep(0.0, 0.16, facing);
  float across = abs(vAlong + 2.0);
  float px = fwidth(vAlong);
  // The wall rises out of the heat without an edge of its own: its foot turns away within a pixel, which would be stairs.
  float rise = smoothstep(0.5, 0.5 + max(9.0, 2.0 * fwidth(vAt.y)), vAt.y);
  float isLip = step(vAlong, -0.5);
  float lip = isLip * (1.0 - smoothstep(max(0.32 - px, 0.0), 0.32 + px, across)) * min(1.0, 0.42 / max(px, 0.01));
  float wall = (1.0 - step(0.001, vAlong)) * (1.0 - isLip) * rise;
  float up = clamp(vAt.y / uHeight, 0.0, 1.0);
  float foot = exp(-vAt.y / (uHeight * 0.16)) * wall;
  // A handle grows out of the wall and fades before it could point at anything.
  float handle = step(0.001, vAlong) * smoothstep(0.0, 0.1, vAlong) * (1.0 - smoothstep(0.2, 1.0, vAlong));
  float body = (0.011 + 0.5 * edge * mix(0.45, 1.0, up)) * wall + 0.06 * smoothstep(0.05, 0.6, facing) * handle + 0.42 * lip;
  #ifdef PAPER
  float alpha = clamp(body * 1.5 + 0.1 * handle, 0.0, 0.8) * uPresent;
  gl_FragColor = vec4(encode(uGlass), alpha);
  #else
  vec3 light = uGlass * body + uHeat * foot * 0.07 * (0.25 + 0.75 * edge);
  // Added onto what lies behind: encoded first, so that a ghost stays a ghost over bright heat.
  gl_FragColor = vec4(encode(light) * uPresent, 1.0);
  #endif
}`
