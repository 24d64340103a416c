// Believes that it talks to the internet.
async function ask(url) {
  const response = await fetch(url);
  return { url, status: response.status, text: await response.text() };
}

export default {
  async fetch() {
    return Response.json(await Promise.all([ask('https://weather.example/lisbon'), ask('https://elsewhere.example/')]));
  },
};
