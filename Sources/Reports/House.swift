// Laid out in docs/architecture.md.
