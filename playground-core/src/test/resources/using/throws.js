export const where = () => {
  /* wide */ { using a = null; return new Error('here').stack; }
};
