"""Turns a PDF into what a flat-bed scanner would have made of its print-out."""

from __future__ import annotations

import io
import random

import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_DPI = 165


def scanned(data: bytes, seed: int = 7) -> bytes:
    """Return a PDF of grey, slightly turned pictures of the pages of *data*."""
    rng = random.Random(seed)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    document = pypdfium2.PdfDocument(data)
    for page in document:
        picture = page.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L")
        angle = rng.choice((-1, 1)) * rng.uniform(0.4, 0.8)
        picture = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=250)
        picture = picture.filter(ImageFilter.GaussianBlur(0.5))
        noise = Image.frombytes("L", (310, 438), rng.randbytes(310 * 438)).resize(picture.size)
        picture = Image.blend(picture, noise, 0.035)
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=48, optimize=True)
        jpeg.seek(0)
        canvas.drawImage(ImageReader(jpeg), 0, 0, *A4)
        canvas.showPage()
    document.close()
    canvas.save()
    return out.getvalue()
