// Tabs with the same label are one choice: on the whole page, and on the next one.
;(() => {
  const inputs = [...document.querySelectorAll('.dp-article .tabbed-set > input')]
  if (inputs.length === 0) return
  const key = 'docprism-tabs'
  const labelOf = (input) => input.labels[0]?.textContent.trim()

  // Labels, the last choice first.
  const recall = () => {
    try {
      const labels = JSON.parse(localStorage.getItem(key))
      return Array.isArray(labels) ? labels : []
    } catch {
      return []
    }
  }
  const remember = (label) => {
    try {
      const others = recall().filter((other) => other !== label)
      localStorage.setItem(key, JSON.stringify([label, ...others].slice(0, 20)))
    } catch {
      // The choice then lasts for this page only.
    }
  }

  const named = () => {
    const id = location.hash.slice(1)
    try {
      return document.getElementById(decodeURIComponent(id))
    } catch {
      return document.getElementById(id)
    }
  }

  const chosen = recall()
  const sets = chosen.length > 0 ? new Set(inputs.map((input) => input.parentElement)) : []
  for (const set of sets) {
    // A link that leads into the set has chosen already.
    if (set.contains(named())) continue
    const own = inputs.filter((input) => input.parentElement === set)
    const labels = own.map(labelOf)
    const label = chosen.find((one) => labels.includes(one))
    if (label !== undefined) own[labels.indexOf(label)].checked = true
  }

  document.querySelector('.dp-article').addEventListener('change', ({target}) => {
    if (!inputs.includes(target)) return
    const label = labelOf(target)
    const top = () => target.labels[0].getBoundingClientRect().top
    const before = top()
    for (const input of inputs) {
      if (input.parentElement !== target.parentElement && labelOf(input) === label) input.checked = true
    }
    // Sets above have another height now; what the reader looks at stays where it is.
    scrollBy({top: top() - before, behavior: 'instant'})
    remember(label)
  })
})()
