#!/usr/bin/env python3
"""hostile.py NAME...: writes files of these names: documents that mean no good
or that have come to harm, and one (fine.pdf) that has not. What each is stands
above it. hostile.py --listen: counts who connects, until one says "end"."""
import hashlib
import random
import socket
import struct
import sys
import zipfile

WORDS = b"BT /F1 12 Tf 72 720 Td (Bewoners beslissen mee.) Tj ET"


def stream(content, head=b""):
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (head, len(content), content)


def pdf(objects, trailer=b""):
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer <</Size %d /Root 1 0 R%s>>\n"
        b"startxref\n%d\n%%%%EOF\n"
    ) % (len(objects) + 1, table, len(objects) + 1, trailer, len(out))


def page(content=WORDS, box=b"0 0 612 792", count=b"1", more=(), forms=b"", trailer=b""):
    """One page; objects 1 to 5, and more behind them."""
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count %s>>" % count,
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>%s>>>>" % (box, forms),
            stream(content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *more,
        ],
        trailer,
    )


def rc4(key, text):
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in text:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def encrypted():
    """Closed with the password "geheim" (standard handler, 40 bits)."""
    pad = bytes.fromhex(
        "28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A"
    )
    secret, number, rights = (b"geheim" + pad)[:32], b"0123456789abcdef", -4
    owner = rc4(hashlib.md5(secret).digest()[:5], secret)
    key = hashlib.md5(secret + owner + struct.pack("<i", rights) + number).digest()[:5]
    return page(
        trailer=b"/ID[<%s><%s>]/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P %d>>"
        % (
            number.hex().encode(),
            number.hex().encode(),
            owner.hex().encode(),
            rc4(key, pad).hex().encode(),
            rights,
        )
    )


def nested_forms():
    """Twelve forms, each of which shows the next ten times."""
    forms = []
    for number in range(6, 18):
        last = number == 17
        forms.append(
            stream(
                WORDS if last else b"/X Do " * 10,
                b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<"
                + (b"/Font<</F1 5 0 R>>" if last else b"/XObject<</X %d 0 R>>" % (number + 1))
                + b">>",
            )
        )
    return page(b"/X Do", more=forms, forms=b"/XObject<</X 6 0 R>>")


TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats'
    '-package.relationships+xml"/><Override PartName="/%s" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/'
    '2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="%s"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(name, words="Bewoners beslissen mee.", declared="", extra=(), zip64=False,
         part="word/document.xml"):
    body = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % words
    members = [
        ("[Content_Types].xml", TYPES % part),
        ("_rels/.rels", RELATIONS % part),
        (part, '<?xml version="1.0"?>%s<w:document xmlns:w="%s"><w:body>%s</w:body>'
               "</w:document>" % (declared, WORD, body)),
        *extra,
    ]
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members:
            with archive.open(member, "w", force_zip64=zip64) as out:
                out.write(content.encode())


def entities():
    """Nine entities, each ten times the one before: 3 GB."""
    lines = ['<!ENTITY a0 "lol">']
    for n in range(1, 10):
        lines.append('<!ENTITY a%d "%s">' % (n, "&a%d;" % (n - 1) * 10))
    return "<!DOCTYPE x [%s]>" % "".join(lines)


def put(name, content):
    with open(name, "wb") as file:
        file.write(content)


def archive(*members):
    def write(name):
        with zipfile.ZipFile(name, "w") as out:
            for member, content in members:
                out.writestr(member, content)
    return write


def cut(make, length):
    def write(name):
        make(name)
        with open(name, "rb") as file:
            content = file.read(length)
        put(name, content)
    return write


def zip64(name):
    """Each member says that it needs version 4.5; older Pythons do not say so."""
    docx(name, zip64=True)
    with open(name, "rb") as file:
        content = bytearray(file.read())
    for sign, place in ((b"PK\3\4", 4), (b"PK\1\2", 6)):
        at = content.find(sign)
        while at >= 0:
            content[at + place] = 45
            at = content.find(sign, at + 4)
    put(name, bytes(content))


HUGE = b"0 0 1%s 1%s" % (b"0" * 38, b"0" * 38)
DOCUMENTS = {
    "fine.pdf": lambda n: put(n, page()),
    "encrypted.pdf": lambda n: put(n, encrypted()),
    "cut.pdf": lambda n: put(n, page()[:300]),
    "random.pdf": lambda n: put(n, b"%PDF-1.4\n" + random.Random(1).randbytes(5000)),
    "count.pdf": lambda n: put(n, page(count=b"2147483647")),
    "huge.pdf": lambda n: put(n, page(box=HUGE)),
    "loop.pdf": lambda n: put(n, pdf([b"<</Type/Catalog/Pages 2 0 R>>",
                                      b"<</Type/Pages/Kids[2 0 R]/Count 1>>"])),
    "forms.pdf": lambda n: put(n, nested_forms()),
    "pictures.pdf": lambda n: put(n, page(
        b"q 600 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")),
    "mail.pdf": lambda n: put(n, b"From the printer, 3 pages\r\n" * 30 + page()),
    "fine.docx": docx,
    "word-online.docx": lambda n: docx(n, part="word/document2.xml"),
    "rubbish.docx": lambda n: put(n, b"PK\3\4 rubbish" + bytes(500)),
    "zip64.docx": zip64,
    "cut.docx": cut(docx, 600),
    "bomb.docx": lambda n: docx(n, "&a9;", entities()),
    "xxe.docx": lambda n: docx(n, "&x;", '<!DOCTYPE x [<!ENTITY x SYSTEM "file://%s">]>'
                               % sys.argv[-1]),
    "slip.docx": lambda n: docx(n, extra=[("../../slipped", "x"), ("/tmp/slipped", "x")]),
    "large.docx": lambda n: docx(n, "A" * 64_000_000),
    "deep.html": lambda n: put(n, b"<html>" + b"<div>" * 50000 + b"diep" + b"</div>" * 50000),
    "plain.zip": archive(("a.txt", "x")),
    "sheet.xlsx": archive(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x")),
    "slides.pptx": archive(("[Content_Types].xml", "x"), ("ppt/presentation.xml", "x")),
    "sheet.ods": archive(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
    "slides.odp": archive(("mimetype", "application/vnd.oasis.opendocument.presentation")),
}


def listen():
    heard = socket.socket()
    heard.bind(("127.0.0.1", 0))
    heard.listen(5)
    heard.settimeout(60)
    print(heard.getsockname()[1], flush=True)
    n = 0
    while True:
        caller, _ = heard.accept()
        caller.settimeout(1)
        try:
            if caller.recv(4) == b"end\n":
                break
        except OSError:
            pass
        n += 1
    print(n, flush=True)


if sys.argv[1] == "--listen":
    listen()
else:
    for given in sys.argv[1:]:
        if given in DOCUMENTS:
            DOCUMENTS[given](given)
