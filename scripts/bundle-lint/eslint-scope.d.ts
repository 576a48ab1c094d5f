declare module 'eslint-scope' {
  type Reference = { identifier: unknown };
  type ScopeManager = { globalScope: { through: Reference[] } };
  /** Tells which names a script declares and which it takes from outside. */
  export function analyze(
    root: unknown,
    options: { ecmaVersion: number; sourceType: 'script' | 'module' },
  ): ScopeManager;
}
