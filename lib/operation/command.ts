/** Runs a command that was typed: ends with its exit code, or says what was wrong and ends with `failed`. */
export function run(main: () => Promise<number>, failed = 1): void {
  main().then(
    (code) => process.exit(code),
    (error: Error) => {
      console.error(error.message);
      process.exit(failed);
    },
  );
}
