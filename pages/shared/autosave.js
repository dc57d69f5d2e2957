// The browser's half of autosave.py: reads and writes the plan that this device keeps.
const NAME = "doing-with";
let base = null;      // the text that this tab last read or wrote
let session = "";
let again = false;    // whether this page was already in use when its session began
let answered = "";
let done = "";
let listening = false;
let data, trigger;

const read = () => window.localStorage.getItem(NAME);

function opened(text) {
  try {
    const held = JSON.parse(text);
    return held.kept === 1 && typeof held.plan === "string" && held.plan.length <= data.most ? held : null;
  } catch { return null; }
}

function tell(what) {
  if (data.trouble !== what) trigger("told", { session: data.session, what });
}

function answer() {
  const say = (found, more) => trigger("boot", { ask: data.ask, found, ...more });
  try { base = read(); } catch { return say("denied"); }
  if (base === null) return say("nothing");
  const held = opened(base);
  if (!held) return say("broken");
  const before = typeof held.before === "string" && held.before.length <= data.most ? held.before : null;
  say("plan", { plan: held.plan, before, at: String(held.at), again });
}

function obey() {
  done = data.order;
  try {
    if (done.startsWith("forget")) {
      window.localStorage.removeItem(NAME);
      tell("forgotten");
    }
    base = read();
  } catch { tell("denied"); }
}

function keep() {
  let now;
  try { now = read(); } catch { return tell("denied"); }
  const held = opened(now);
  if (!held || held.plan !== data.plan || held.before !== data.before) {
    if (now !== base) return tell(now === null ? "gone" : "changed");
    const text = JSON.stringify(
      { kept: 1, at: new Date().toISOString(), plan: data.plan, before: data.before });
    try { window.localStorage.setItem(NAME, text); }
    catch (error) { return tell(error.name === "SecurityError" ? "denied" : "full"); }
    now = text;
  }
  base = now;
  if (data.trouble) tell("kept");
}

function another(event) {
  if (event.key !== NAME && event.key !== null) return;
  if (data.ask) return;
  const now = read();
  if (now === base) return;
  const held = opened(now);
  if (held && held.plan === data.plan) base = now;
  else tell(now === null ? "gone" : "changed");
}

// Streamlit runs nothing when it finds its server again. That may be a new one, which has yet to hear of the plan.
function sayHelloAfterReconnecting() {
  const app = document.querySelector("[data-testid=stApp]");
  const connected = () => app.dataset.testConnectionState === "CONNECTED";
  let was = connected();
  new MutationObserver(() => {
    const is = connected();
    if (is && !was) trigger("told", { session: data.session, what: "here again" });
    was = is;
  }).observe(app, { attributeFilter: ["data-test-connection-state"] });
}

// Streamlit takes in what is typed when the field is left. Whoever stops to think, or looks at something else, should not
// lose it either: so we press the key that takes it in, and leave the focus where it is.
const FIELDS = "[data-testid=stMain] :is(textarea, input[type=text]:not([role=combobox]), input[type=number])";
let resting = 0;

function takeIn() {
  const field = document.activeElement;
  if (!field || !field.matches(FIELDS)) return;
  const key = { key: "Enter", code: "Enter", ctrlKey: field.matches("textarea"), bubbles: true, cancelable: true };
  field.dispatchEvent(new KeyboardEvent("keydown", key));
  field.dispatchEvent(new KeyboardEvent("keypress", key));
}

function takeInAfterARest() {
  window.addEventListener("input", (typed) => {
    clearTimeout(resting);
    if (!typed.isComposing) resting = setTimeout(takeIn, data.rest);
  }, true);
  document.addEventListener("visibilitychange", () => document.hidden && takeIn());
}

export default function (component) {
  data = component.data;
  trigger = component.setTriggerValue;
  component.parentElement.dataset.goesOn = data.ask ? "" : data.session;  // tests wait for it
  if (data.session !== session) {
    again = session !== "";
    session = data.session;
  }
  if (!listening) {
    listening = true;
    window.addEventListener("storage", another);
    takeInAfterARest();
    sayHelloAfterReconnecting();
  }
  if (data.order && data.order !== done) obey();
  if (data.ask && data.ask !== answered) {
    answered = data.ask;
    answer();
  } else if (!data.ask && data.plan !== null) keep();
}
