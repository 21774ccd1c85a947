/** Lets time pass where the passing of time is itself the fault: an outage of this length. */
export const lasts = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
