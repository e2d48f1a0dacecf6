"""Reads a posterior: the members of a calibration, and what the inputs were."""
import io
import json

import h5py
import pandas

from samspil.results import _text


def read_posterior(path):
    """One row a member, one column an input. `attrs` has the units, the table of inputs with range,
    grade and source, the document of the fit, and the hash."""
    try:
        with h5py.File(path, "r") as file:
            if "posterior/members" not in file:
                raise ValueError(f"{path}: is no posterior of samspil")
            members = file["posterior/members"]
            table = pandas.DataFrame(members[()], columns=_names_of(members))
            inputs = _text(file["posterior/parameters.csv"])
            document = json.loads(_text(file["document/calibration"]))
            described = {name: file["posterior"].attrs[name] for name in file["posterior"].attrs}
    except OSError as error:
        raise ValueError(f"{path}: cannot be read as HDF5: {error}") from error
    table.index.name = "member"
    inputs = pandas.read_csv(io.StringIO(inputs), comment="#", usecols=range(7))
    known = dict(zip(inputs.name, inputs.unit))
    table.attrs["units"] = {name: known.get(name, "") for name in table.columns}
    table.attrs["inputs"] = inputs
    table.attrs["document"] = document
    table.attrs.update({name: value for name, value in described.items() if name != "labels"})
    return table


def _names_of(members):
    """The inputs' names, which stand on the second axis."""
    return [name.decode() if isinstance(name, bytes) else str(name)
            for name in members.dims[1][0][()]]
