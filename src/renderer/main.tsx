import './style/fonts.css'
import './style/tokens.css'
import './style/base.css'
import { openKitchenLink } from './bridge/open-link.ts'
import { startGlass } from './start-glass.tsx'

startGlass(openKitchenLink())
