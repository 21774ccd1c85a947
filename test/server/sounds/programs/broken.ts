throw new Error('the decoder is not installed');
