/** The tests of the engine, which are run by themselves. */
export const ENGINE_TESTS = ['tests/detect/**/*.test.ts', 'tests/corpus/**/*.test.ts'];
