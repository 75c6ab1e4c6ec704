import { expect, test } from './fixtures';

// The `problems` fixture shows for every other test that the policy lets the app itself work; here, that it holds.
test.use({ expectedInConsole: /policy|Content Security Policy|Content-Security-Policy/ });

test('the policy stops inline script, inline style, eval and frames, and lets the page’s own code run', async ({ home, problems }) => {
  await home.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.body.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'document.title = "taken over"');
    image.src = 'data:,';
    document.body.append(image);
  });
  // In a task of its own: what the test harness runs directly, it runs past the policy.
  const outcome = await home.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            // eslint-disable-next-line no-eval -- what must be refused
            resolve(`ran: ${String(eval('1'))}`);
          } catch (error) {
            resolve(error instanceof Error ? error.name : 'threw');
          }
        });
      }),
  );
  expect(outcome).toBe('EvalError');
  await expect(home).toHaveTitle('Huntbook');
  await expect(home.locator('body')).toBeVisible();
  const stopped = (directive: string) => problems.some((problem) => problem.includes(`policy: ${directive}`));
  await expect.poll(() => ['script-src-elem', 'style-src-elem', 'frame-src', 'script-src-attr', 'script-src'].map(stopped)).not.toContain(false);
});

test('the page tells other sites nothing of where it is', async ({ home }) => {
  await expect(home.locator('meta[name="referrer"]')).toHaveAttribute('content', 'no-referrer');
});
