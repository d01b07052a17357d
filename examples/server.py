"""Serves a memory to CAT tools that speak tmserver's protocol: Virtaal, Weblate, scripts of Lokalize.

    server.py MEMORY [PORT]

GET /tmserver/es/en/unit/TEXT, or …/unit/?source=TEXT, answers with matches as JSON, best first.
"""
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import trujaman


class Handler(BaseHTTPRequestHandler):
    memory: trujaman.Memory  # any number of threads may ask it

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        asked = {name: values[-1] for name, values in parse_qs(url.query).items()}
        match url.path.split("/", 5):
            case ["", "tmserver", "languages", *_]:
                known = sorted(self.memory.statistics().languages)
                self.answer({"sourceLanguages": known, "targetLanguages": known})
            case ["", "tmserver", source, target, "unit", text]:
                self.look_up(source, target, unquote(text) or asked.get("source", ""), asked)
            case _:
                self.send_error(404)

    def look_up(self, source: str, target: str, text: str, asked: dict[str, str]) -> None:
        try:
            matches = self.memory.lookup(
                text, source, target, distinct=True, limit=int(asked.get("max_candidates", 5)),
                min_score=float(asked.get("min_similarity", 70)))
        except (ValueError, OverflowError, trujaman.InvalidArgumentError) as error:
            return self.send_error(400, explain=str(error))
        self.answer([{"source": m.source.text, "target": m.target.text, "quality": round(m.score),
                      "rank": m.score, "context": ""} for m in matches])

    def answer(self, value: object) -> None:
        body = json.dumps(value, ensure_ascii=False).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(2)
    Handler.memory = trujaman.Memory.open(sys.argv[1])
    with ThreadingHTTPServer(("127.0.0.1", int((sys.argv + ["8888"])[2])), Handler) as server:
        print(f"http://127.0.0.1:{server.server_port}/tmserver", flush=True)
        server.serve_forever()
