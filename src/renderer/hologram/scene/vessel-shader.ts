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
  float edge = pow(1.0 - facing, 3.2);
  float wall = 1.0 - step(0.001, vAlong);
  // The lip is hardly a pixel wide: it shines evenly, or it would crawl.
  float lip = clamp(-vAlong, 0.0, 1.0);
  float up = clamp(vAt.y / uHeight, 0.0, 1.0);
  float foot = exp(-vAt.y / (uHeight * 0.16)) * wall;
  // A handle grows out of the wall and fades before it could point at anything.
  float tail = mix(smoothstep(0.0, 0.1, vAlong) * (1.0 - smoothstep(0.2, 1.0, vAlong)), 1.0, wall);
  float body = (0.02 + 0.42 * edge * mix(0.45, 1.0, up) * (1.0 - lip) + 0.5 * lip * lip) * tail;
  #ifdef PAPER
  float alpha = clamp(body * 1.5 + 0.1 * tail * (1.0 - wall), 0.0, 0.8) * uPresent;
  gl_FragColor = vec4(uGlass, alpha);
  #include <colorspace_fragment>
  #else
  vec3 light = uGlass * body + uHeat * foot * 0.13 * (0.25 + 0.75 * edge);
  gl_FragColor = vec4(light, 1.0);
  #include <colorspace_fragment>
  // Added onto what lies behind: encoded first, so that a ghost stays a ghost over bright heat.
  gl_FragColor.rgb *= uPresent;
  #endif
}`
