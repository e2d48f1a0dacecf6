// Looks at a report in a browser, as people meet it: no error in the console, no request, no overflow
// at 360, 768 and 1280 pixels, light and dark, every control reached by the keyboard, no serious
// finding of axe-core (contrast among them), every number that leads somewhere arrives, text at twice
// its size, two pages in print. Exit 0 all held, 1 something did not.
//
//   node check.mjs PICTURES REPORT.html…     pictures of each go into the folder PICTURES
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const most_bytes = 1_000_000
const [pictures, ...reports] = process.argv.slice(2)
if (!pictures || reports.length === 0) throw new Error('wants a folder for pictures and reports')
mkdirSync(pictures, { recursive: true })

let faults = 0
const hold = (is_so, what) => {
  if (!is_so) faults += 1
  console.log(`  ${is_so ? 'ok' : 'NOT'}  ${what}`)
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']
})

/** A page at a size, with what it said and asked for. */
async function opened (file, width, scheme) {
  const page = await browser.newPage()
  const said = []
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(String(error)))
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith('data:') && url.split('#')[0] !== pathToFileURL(file).href) said.push(url)
  })
  await page.setViewport({ width, height: 900 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(pathToFileURL(file).href)
  await page.evaluate(() => document.fonts.ready)
  return { page, said }
}

/** What sticks out of the page's own width, but for what scrolls by itself. */
const overflow = page => page.evaluate(() => {
  const width = document.documentElement.clientWidth
  const out = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []
  for (const element of document.querySelectorAll('main *')) {
    if (element.closest('.vh, .scroll, defs, details:not([open])')) continue
    const box = element.getBoundingClientRect()
    if (box.width > 0 && (box.right > width + 1 || box.left < -1)) {
      out.push(`${element.tagName} ${element.className.baseVal ?? element.className} ` +
        `"${element.textContent.slice(0, 30)}" ${Math.round(box.left)}..${Math.round(box.right)}`)
    }
  }
  return out.slice(0, 5)
})

/** Texts of drawings that lie over each other. */
const collisions = page => page.evaluate(() => {
  const found = []
  for (const svg of document.querySelectorAll('svg.f')) {
    const texts = [...svg.querySelectorAll('text')].map(text => [text, text.getBoundingClientRect()])
    texts.forEach(([a, one], i) => texts.slice(i + 1).forEach(([b, two]) => {
      const meet = one.right > two.left + 0.5 && two.right > one.left + 0.5 &&
        one.bottom > two.top + 3 && two.bottom > one.top + 3
      if (meet && one.width > 0) found.push(`"${a.textContent}" over "${b.textContent}"`)
    }))
  }
  return found.slice(0, 5)
})

const is_serious = violation => ['serious', 'critical', 'moderate'].includes(violation.impact)

async function findings_of_axe (page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true }))
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  }))
  return violations.filter(is_serious).map(one =>
    `${one.impact} ${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)
}

/** Controls that Tab does not come to, going through all of the page. */
async function unreached (page) {
  const count = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], summary, [tabindex="0"], button, input, select')]
      .filter(one => one.checkVisibility())
    all.forEach((one, i) => { one.dataset.control = i })
    return all.length
  })
  const reached = new Set()
  for (let i = 0; i < count + 5; ++i) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => document.activeElement?.dataset.control)
    if (at !== undefined) reached.add(at)
  }
  return { count, missing: count - reached.size }
}

/** Every number that leads somewhere opens what it leads to. */
async function dead_links (page) {
  return page.evaluate(async () => {
    const dead = []
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      document.querySelectorAll('details').forEach(one => { one.open = false })
      location.hash = ''
      location.hash = link.getAttribute('href')
      await new Promise(resolve => setTimeout(resolve, 0))
      const target = document.querySelector(link.getAttribute('href'))
      const details = target?.closest('details')
      if (!target || (details && !details.open)) dead.push(link.getAttribute('href'))
    }
    return [...new Set(dead)]
  })
}

for (const report of reports) {
  const file = path.resolve(report)
  const name = path.basename(path.dirname(file))
  console.log(report)
  hold(statSync(file).size < most_bytes, `${statSync(file).size} bytes, fewer than ${most_bytes}`)
  for (const width of [360, 768, 1280]) {
    for (const scheme of ['light', 'dark']) {
      const { page, said } = await opened(file, width, scheme)
      const out = await overflow(page)
      const over = await collisions(page)
      hold(out.length === 0, `${width} ${scheme}: nothing sticks out ${out.join('; ')}`)
      hold(over.length === 0, `${width} ${scheme}: no text over another ${over.join('; ')}`)
      await page.screenshot({ path: `${pictures}/${name}_${width}_${scheme}.png`, fullPage: true })
      const serious = await findings_of_axe(page)
      hold(serious.length === 0, `${width} ${scheme}: axe ${serious.join('; ')}`)
      const opened_out = await overflow(page)
      hold(opened_out.length === 0, `${width} ${scheme}: all open ${opened_out.join('; ')}`)
      hold(said.length === 0, `${width} ${scheme}: no error, no request ${said.join('; ')}`)
      await page.close()
    }
  }
  const { page } = await opened(file, 1280, 'light')
  const { count, missing } = await unreached(page)
  hold(missing === 0, `keyboard: ${count} controls, ${missing} not reached`)
  const dead = await dead_links(page)
  hold(dead.length === 0, `numbers open where they come from ${dead.join('; ')}`)
  const large = await opened(file, 640, 'light') // 1280 pixels at 200 %
  hold((await overflow(large.page)).length === 0, 'twice the size: nothing sticks out')
  writeFileSync(`${pictures}/${name}.pdf`, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const info = execFileSync('pdfinfo', [`${pictures}/${name}.pdf`], { encoding: 'utf8' })
  const pages = Number(/Pages:\s+(\d+)/.exec(info)[1])
  hold(pages === 2, `${pages} pages in print`)
  execFileSync('pdftoppm', ['-r', '90', '-png', `${pictures}/${name}.pdf`, `${pictures}/${name}_print`])
  await page.close()
  await large.page.close()
}
await browser.close()
console.log(faults === 0 ? 'all held' : `${faults} did not hold`)
process.exit(faults === 0 ? 0 : 1)
