"""Generated scenarios written out as files, and read again."""

import yaml

from engine.scenario.reader import read_text


class Plain(yaml.SafeDumper):
    """Writes everything out: anchors and aliases are not allowed in a scenario."""

    def ignore_aliases(self, _data):
        return True


def written_out(data):
    """The data of a scenario as the bytes of a YAML file."""
    return yaml.dump(data, Dumper=Plain, sort_keys=False, allow_unicode=True).encode()


def reading_of(data):
    """What comes of reading it."""
    return read_text(written_out(data), "generated.yaml")
