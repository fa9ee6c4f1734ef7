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
void main() {
  float facing = abs(dot(normalize(vNormal), normalize(vEye)));
  float edge = pow(1.0 - facing, 2.6);
  float up = clamp(vAt.y / uHeight, 0.0, 1.0);
  float lip = smoothstep(uHeight - 3.2, uHeight - 0.6, vAt.y) * (1.0 - step(0.001, vAlong));
  float foot = exp(-vAt.y / (uHeight * 0.22)) * (1.0 - step(0.001, vAlong));
  float tail = 1.0 - smoothstep(0.25, 1.0, vAlong);
  float body = (0.035 + 0.6 * edge * mix(0.55, 1.0, up) + 0.5 * lip) * tail;
  #ifdef PAPER
  float alpha = clamp(body * 0.95, 0.0, 0.85) * uPresent;
  gl_FragColor = vec4(uGlass, alpha);
  #include <colorspace_fragment>
  #else
  vec3 light = uGlass * body + uHeat * foot * 0.55 * (0.4 + 0.6 * edge);
  gl_FragColor = vec4(light, 1.0);
  #include <colorspace_fragment>
  // Added onto what lies behind: encoded first, so that a ghost stays a ghost over bright heat.
  gl_FragColor.rgb *= uPresent;
  #endif
}`
