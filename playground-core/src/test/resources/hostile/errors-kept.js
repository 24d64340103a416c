// Keeps errors of host functions, which must not be charged for how deep the engine's own stack was.
// expect: ok
// says: kept 2500
export default {
  fetch() {
    const kept = [];
    for (let i = 0; i < 2500; i++) {
      try {
        atob('%');
      } catch (error) {
        kept.push(error);
      }
    }
    return new Response('kept ' + kept.length);
  },
};
