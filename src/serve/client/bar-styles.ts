/** Styles of the bar; they hold inside its shadow only. */
export const barStyles = `
:host {
  --back: #fff; --text: #1c2430; --soft: #5b6675; --line: #d5dae1; --link: #1d4ed8;
  --fine: #15803d; --warning: #b45309; --error: #b91c1c;
  all: initial; position: fixed; z-index: 2147483000; inset: auto 0 0 auto; margin: 12px;
  display: flex; flex-direction: column; align-items: flex-end; gap: 8px; max-width: calc(100vw - 24px);
  font: 13px/1.45 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--text);
}
@media (prefers-color-scheme: dark) {
  :host {
    --back: #1b2028; --text: #e6eaf0; --soft: #a3adba; --line: #3a4350; --link: #93c5fd;
    --fine: #4ade80; --warning: #fbbf24; --error: #fca5a5;
  }
}
@media print { :host { display: none } }
[hidden] { display: none !important }
.bar, .panel, .notice, .broken {
  background: var(--back); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 4px 18px rgb(0 0 0 / .16);
}
.bar { display: flex; align-items: center; gap: 4px; padding: 4px; max-width: 100%; box-sizing: border-box }
:host([data-hidden]) .bar, :host([data-hidden]) .panel, :host([data-hidden]) .notice { display: none }
:host(:not([data-hidden])) .reveal { display: none }
button, select, a.action {
  font: inherit; color: inherit; background: none; border: 0; border-radius: 7px; padding: 4px 9px; min-height: 28px;
  cursor: pointer; text-decoration: none; box-sizing: border-box; max-width: 16em;
}
select { border: 1px solid var(--line); background: var(--back) }
a.action { display: inline-flex; align-items: center }
button:hover, a.action:hover { background: color-mix(in srgb, var(--text) 8%, transparent) }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px }
.status { display: flex; align-items: center; gap: 7px; white-space: nowrap; font-variant-numeric: tabular-nums }
.status::before, .reveal::before { content: ""; inline-size: 9px; block-size: 9px; border-radius: 50%; background: var(--soft) }
.status[data-level=fine]::before { background: var(--fine) }
.status[data-level=warning]::before { background: var(--warning) }
.status[data-level=error]::before { background: var(--error) }
.reveal { border: 1px solid var(--line); background: var(--back); border-radius: 50%; inline-size: 28px; padding: 0; display: grid; place-items: center }
.icon { font-size: 16px; line-height: 1 }
.panel, .broken, .notice { box-sizing: border-box; padding: 10px 14px; max-width: min(46em, 100%); overflow: auto; max-height: 50vh }
.broken { border-color: var(--error); border-inline-start: 4px solid var(--error) }
.notice { color: var(--soft); margin: 0 }
p { margin: 0 0 6px }
p:last-child, ul:last-child { margin-bottom: 0 }
.more, .source { color: var(--soft) }
ul { list-style: none; margin: 0 0 6px; padding: 0; display: grid; gap: 8px }
li { display: grid; gap: 1px; padding-inline-start: 10px; border-inline-start: 3px solid var(--soft) }
li.error { border-color: var(--error) }
li.warning { border-color: var(--warning) }
a { color: var(--link) }
.place { font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
.message { overflow-wrap: anywhere }
code { font: 11.5px/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--soft) }
@media (max-width: 480px) { select { max-width: 9em } }
`
