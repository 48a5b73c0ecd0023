import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** The Chromium that the set-up found, without windows if it could; without any, Playwright says what to install. */
function chromiumFound(): string | undefined {
  if (process.env.DEMARCHE_CHROMIUM) return process.env.DEMARCHE_CHROMIUM
  try {
    const found = readFileSync(join(import.meta.dirname, 'node_modules/.demarche-setup.json'), 'utf8')
    const { headless, chromium } = JSON.parse(found)
    return headless ?? chromium ?? undefined
  } catch {
    return undefined
  }
}

const args = [
  // As where we print: letters are as wide as they are, not as a screen's pixels would have them.
  '--font-render-hinting=none',
  // Chromium refuses to start its own sandbox as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/own-temporary-folder.ts',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: chromiumFound(), args },
    trace: 'retain-on-failure',
  },
})
