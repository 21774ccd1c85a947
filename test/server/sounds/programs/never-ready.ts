// A decoder that does not start.
setInterval(() => undefined, 1000);
