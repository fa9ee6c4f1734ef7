/** The page's own protocol: files of the built glass, nothing else. */
export const OWN_SCHEME = 'app'
const OWN_HOST = 'smarttop'
const OWN_ORIGIN = `${OWN_SCHEME}://${OWN_HOST}`
export const START_PAGE = `${OWN_ORIGIN}/index.html`

/** Whether a URL is the glass's own: scheme and host exactly, no user, no port. */
export function isOwnUrl(url: string): boolean {
  const parsed = URL.parse(url)
  return (
    parsed !== null &&
    parsed.protocol === `${OWN_SCHEME}:` &&
    parsed.host === OWN_HOST &&
    parsed.username === '' &&
    parsed.password === ''
  )
}

/** Whether a frame may go there by itself: only the start page (a reload), whatever its query. */
export function mayNavigate(url: string): boolean {
  return isOwnUrl(url) && ['', '/', '/index.html'].includes(new URL(url).pathname)
}

/** Whether a request may leave the page: own files, and what the page itself made. No network, ever. */
export function mayRequest(url: string, devTools: boolean): boolean {
  if (isOwnUrl(url) || url.startsWith('data:')) return true
  if (url.startsWith('blob:')) return isOwnUrl(url.slice('blob:'.length))
  return devTools && url.startsWith('devtools:')
}

/**
 * Scripts and styles come from own files only: React, three and uPlot style through the CSSOM, which needs no
 * 'unsafe-inline'. Small fonts, images and sounds may be inlined by the build, hence data:.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "object-src 'none'",
].join('; ')

/** Sent with every file of the glass. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), serial=(), usb=(), hid=(), bluetooth=(), midi=()',
  'Cache-Control': 'no-cache',
}
