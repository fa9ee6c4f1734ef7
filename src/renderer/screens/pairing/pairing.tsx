export function PairingScreen() { return null }
