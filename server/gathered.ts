interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

/** How many batches may be under way: one that has to wait for a lock must not hold up everything else. */
const LANES = 3;

/**
 * Handles a few batches at a time: what is added meanwhile is handled together in the next. Alone it does not wait, and
 * the busier it is, the larger the batches are.
 */
export class Gathered<Input, Output> {
  readonly #handle: (inputs: readonly Input[]) => Promise<readonly Output[]>;
  readonly #atMost: number;
  #waiting: Waiting<Input, Output>[] = [];
  #running = 0;

  /**
   * `handle` returns an output for each input, in their order. If it rejects, each input is handled once more, alone, so
   * that a bad one is no fault of the others: to handle one twice must be no different from once.
   */
  constructor(handle: (inputs: readonly Input[]) => Promise<readonly Output[]>, atMost: number) {
    this.#handle = handle;
    this.#atMost = atMost;
  }

  add(input: Input): Promise<Output> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      if (this.#running < LANES) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running += 1;
    // What is added in the same turn of the event loop is handled together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#atMost);
      try {
        const outputs = await this.#handle(batch.map(({ input }) => input));
        for (const [at, { resolve }] of batch.entries()) resolve(outputs[at] as Output);
      } catch (error) {
        if (batch.length === 1) for (const { reject } of batch) reject(error);
        else await Promise.all(batch.map((one) => this.#alone(one)));
      }
    }
    this.#running -= 1;
  }

  async #alone({ input, resolve, reject }: Waiting<Input, Output>): Promise<void> {
    try {
      const [output] = await this.#handle([input]);
      resolve(output as Output);
    } catch (error) {
      reject(error);
    }
  }
}
