import { config } from 'zod'

// Zod would try whether it may make functions from text, which this page's policy forbids and reports. It tries
// when the first schema is made, so this module is imported before any other.
config({ jitless: true })
