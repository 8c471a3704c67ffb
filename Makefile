# Two commands are enough: `make run` opens the planner, `make test` checks everything.
# The work is done by the small Python programs in scripts/, which run on Windows too (see README).

PYTHON ?= python3

.PHONY: setup run test check unit browser bench screenshots lock clean

setup: ; @$(call python,scripts/setup.py)
run: ; @$(call python,scripts/run.py)
test: ; @$(call python,scripts/test.py)
check unit browser bench screenshots: ; @$(call python,scripts/test.py $@)

# Newest versions that fit pyproject.toml, as names and versions only, for every system and Python from 3.11.
lock: setup
	@.venv/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --quiet \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file constraints.txt

# Leaves data/local, where the plans and the evidence are.
clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks \
	  .coverage htmlcov test-results dist build

define python
command -v $(PYTHON) >/dev/null || { \
  echo "Python 3.11 atau lebih baru belum terpasang (Debian/Ubuntu: apt install python3 python3-venv)."; exit 1; }; \
exec $(PYTHON) $(1)
endef
