// Fetches the board again when the hub says that something moved; without it the page is plain HTML.
"use strict";
const board = document.getElementById("board");
const line = document.getElementById("line");
if (board && window.EventSource) {
  let due = false, busy = false;
  const fetchPart = async () => {
    if (busy) { due = true; return; }
    busy = true;
    try {
      // what somebody is typing is not taken from under their hands
      if (!board.contains(document.activeElement) || document.activeElement === document.body) {
        const answer = await fetch(board.dataset.part, { headers: { accept: "text/html" } });
        if (answer.ok) board.innerHTML = await answer.text();
        else if (answer.status === 401) location.reload();
      }
    } catch { line.textContent = line.dataset.lost; }
    setTimeout(() => { busy = false; if (due) { due = false; fetchPart(); } }, 1000);
  };
  const live = new EventSource("/board/live");
  live.addEventListener("moved", () => { line.textContent = ""; fetchPart(); });
  live.addEventListener("error", () => { line.textContent = line.dataset.lost; });
  setInterval(fetchPart, 30000);
}
