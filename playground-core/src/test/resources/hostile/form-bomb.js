// Reads a form of a million parts, and one whose parts never end.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const parts = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(1e5);
    const read = (text) => new Response(text, { headers: { 'content-type': 'multipart/form-data; boundary=b' } }).formData();
    await read('--b'.repeat(1e5)).catch(() => {});
    await read('--b\r\n' + 'a: b\r\n'.repeat(1e5)).catch(() => {});
    return new Response(String([...await read(parts + '--b--')].length));
  },
};
