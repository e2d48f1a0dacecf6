"""Results of Samspil as pandas tables: what a column counts stands in `table.attrs["units"]`.

    import samspil
    results = samspil.run("scenarios/default.toml", families=500, draws=20)
    results["net_results"]          # a table of the results, as its CSV
    results.document["caveats"]     # the document: what `samspil report --json` prints
"""
from samspil.posterior import read_posterior
from samspil.program import run
from samspil.results import Results, read_results

__all__ = ["Results", "read_posterior", "read_results", "run"]
