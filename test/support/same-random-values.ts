import fc from 'fast-check'

// The same values in every run, so that a change is judged by what it changed; other seeds look further.
fc.configureGlobal({seed: Number(process.env['DOCPRISM_FUZZ_SEED'] ?? 1)})
