"""A crisis of six seats, more than any that is shipped has: a large one whose first team has a second desk."""

import re

from engine.scenario.shelf import shipped_file

LIKE = "comment_storm"
DESK = "second_desk"
NAME = "{en: Second desk of the Ministry of Distant Affairs, id: Meja kedua Kementerian Urusan Jauh}"
TEAMS = re.compile(r"^teams:\n(?P<first>  (?P<id>\w+):\n(?:    .*\n|\n)*)", re.MULTILINE)


def write_six_seats(folder):
    """Write it into a folder, and return its path."""
    written = shipped_file(LIKE)[0].decode().replace(f"id: {LIKE}", "id: six_seats", 1)
    found = TEAMS.search(written)
    desk = found["first"].replace(f"  {found['id']}:\n", f"  {DESK}:\n", 1)
    desk = re.sub(r"name: \{.*?\}", f"name: {NAME}", desk, count=1)
    desk = re.sub(r'(  text: \{en: "\w+)', r"\1 (second desk)", desk)  # what it wants is told from what the first does
    path = folder / "six_seats.yaml"
    path.write_text(written[: found.end()] + desk + written[found.end() :], encoding="utf-8")
    return path
