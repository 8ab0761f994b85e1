/*
 * Finds while one types: asks for the same page that the form's button would lead to, and puts its results in place of the ones shown. The
 * address follows, the field keeps the focus, and how much was found is read out. Where an answer does not come, the form still works.
 */
const PAUSE = 250;
const PATIENCE = 8000;

const form = document.querySelector('form[data-search]');
if (form) follow(form);

function follow(form) {
  const status = document.querySelector('[data-search-status]');
  let timer;
  let asking;

  form.addEventListener('input', (event) => {
    clearTimeout(timer);
    // A choice is made at once; a word is typed letter by letter.
    timer = setTimeout(find, event.target instanceof HTMLSelectElement ? 0 : PAUSE);
  });
  // The button loads the page as ever; what is on its way would come too late.
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    asking?.abort();
  });

  async function find() {
    const address = addressOf(form);
    if (address === location.pathname + location.search) return asking?.abort();
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    const late = setTimeout(() => mine.abort('late'), PATIENCE);
    try {
      const answer = await fetch(address, { signal: mine.signal, headers: { Accept: 'text/html' } });
      const found = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (mine !== asking) return;
      if (!found || !found.querySelector('form[data-search]')) throw new Error('Not the page asked for');
      replace(found);
      history.replaceState(history.state, '', address);
      status.textContent = document.querySelector('[data-search-found]').textContent;
    } catch {
      if (mine === asking && (!mine.signal.aborted || mine.signal.reason === 'late')) {
        status.textContent = form.dataset.searchFailed;
      }
    } finally {
      clearTimeout(late);
    }
  }

  /** Takes over what depends on the search: the marked parts, and the marked attributes that lead back to this page. */
  function replace(found) {
    const parts = found.querySelectorAll('[data-search-part]');
    document.querySelectorAll('[data-search-part]').forEach((part, index) => part.replaceWith(parts[index]));
    const heres = found.querySelectorAll('[data-here]');
    document.querySelectorAll('[data-here]').forEach((element, index) => {
      const name = element.dataset.here;
      if (heres[index]?.dataset.here === name) element.setAttribute(name, heres[index].getAttribute(name));
    });
    document.title = found.title;
  }
}

/** Where the form's button would lead, without the fields that say nothing. */
function addressOf(form) {
  const said = [...new FormData(form)].filter(([, value]) => value !== '');
  const query = new URLSearchParams(said).toString();
  return `${new URL(form.action).pathname}${query === '' ? '' : `?${query}`}`;
}
