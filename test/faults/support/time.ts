/** Lets real time pass, where its passing is the fault: an outage of this length. */
export const lasts = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
