const KEY = 'smarttop.token'

/** The token that pairing gave this screen; null when it never paired (the stove's own display needs none). */
export function storedToken(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null // storage switched off: the cookie set by the kitchen does the same
  }
}

export function forgetToken(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // nothing was stored
  }
}

export type Pairing =
  | { readonly kind: 'paired' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' }

/** Types the code that the stove's display shows; on success this screen may look, stop, lower and ask. */
export async function pair(code: string, name: string): Promise<Pairing> {
  try {
    const answer = await fetch('pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, name }),
    })
    if (!answer.ok) return { kind: 'refused' }
    const body: unknown = await answer.json()
    if (typeof body !== 'object' || body === null || !('token' in body)) return { kind: 'refused' }
    const { token } = body
    if (typeof token !== 'string') return { kind: 'refused' }
    try {
      localStorage.setItem(KEY, token)
    } catch {
      // the cookie remains
    }
    return { kind: 'paired' }
  } catch {
    return { kind: 'unreachable' }
  }
}
