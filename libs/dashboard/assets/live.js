/*
 * Tells the reader of a page that stands open what has become of the record since, without moving anything: new entries, an outage and
 * its end, and how long ago the record was read. All words come from the server. It asks only while the page is looked at.
 */
const OFTEN = 2000;
const SELDOM = 10000;
const PATIENCE = 8000;

const notice = document.querySelector('[data-live]');
const age = document.querySelector('[data-live-age]');

if (notice) watch(notice, age);

function watch(notice, age) {
  let timer;
  let asking;
  let failures = 0;
  let wasAway = false;
  let isOld = age?.hasAttribute('data-live-outage') ?? false;
  // A shorter sentence must not pull up what stands below it.
  if (age) age.style.minHeight = `${age.offsetHeight}px`;

  const next = (delay) => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') timer = setTimeout(ask, delay);
  };

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void ask();
    else clearTimeout(timer);
  });
  // A page that the browser kept and shows again is as old as it was.
  addEventListener('pageshow', (event) => event.persisted && void ask());
  addEventListener('pagehide', () => asking?.abort());
  next(OFTEN);

  async function ask() {
    if (asking) return;
    asking = new AbortController();
    const late = setTimeout(() => asking?.abort(), PATIENCE);
    try {
      const answer = await fetch(notice.dataset.live, {
        signal: asking.signal,
        headers: { Accept: 'application/json' },
      });
      // Signed out or not found: asking again changes nothing.
      if (answer.status >= 400 && answer.status < 500) return;
      if (!answer.ok) throw new Error(String(answer.status));
      const heard = await answer.json();
      failures = 0;
      show(heard);
      next(heard.entries === null ? OFTEN : SELDOM);
    } catch {
      failures += 1;
      // One answer that is lost says nothing yet.
      if (failures === 2) say(notice.dataset.liveAway.replace('{time}', timeNow()), false);
      if (failures >= 2) wasAway = true;
      next(failures < 2 ? OFTEN : SELDOM / 2);
    } finally {
      clearTimeout(late);
      asking = undefined;
    }
  }

  function show({ entries, age: sentence, outage }) {
    if (outage !== null) {
      wasAway = true;
      say(outage, false);
    } else if (entries !== null) {
      wasAway = false;
      say(`${entries}: `, true);
    } else if (wasAway) {
      wasAway = false;
      say(notice.dataset.liveBack, false);
    }
    if (!age || sentence === null || (isOld && outage !== null)) return;
    if (isOld) {
      isOld = false;
      age.classList.remove('app-moment__freshness--warning');
    }
    age.textContent = sentence;
  }

  /** Says it once: the same words again would be read out again. */
  function say(text, leads) {
    if (notice.dataset.said === text) return;
    notice.dataset.said = text;
    const line = document.createElement('p');
    line.append(text);
    if (leads) line.append(link());
    notice.replaceChildren(line);
  }

  function link() {
    const link = document.createElement('a');
    link.className = 'nhsuk-link';
    link.href = notice.dataset.liveHere;
    link.textContent = 'show';
    return link;
  }
}

function timeNow() {
  const options = { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' };
  return new Date().toLocaleTimeString('en-GB', options).replace(/\s/g, '');
}
