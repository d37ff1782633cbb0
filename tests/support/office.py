#!/usr/bin/env python3
"""office.py docx|odt FILE [MEMBER]: a document of the body on the standard input,
as a word processor writes it, and perhaps a member of that name. In a DOCX the
style Eigen is based on heading 1."""
import sys
import zipfile

W = "http://schemas.openxmlformats.org/"
WORD = (
    'xmlns:w="%swordprocessingml/2006/main" '
    'xmlns:mc="%smarkup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"' % (W, W)
)
TYPES = (
    '<Types xmlns="%spackage/2006/content-types">'
    '<Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>" % W
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Kop1">'
    '<w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen"/>'
    '<w:basedOn w:val="Kop1"/></w:style>'
)
NOTES = (
    '<w:footnote w:id="2"><w:p><w:r><w:t>De voetnoot.</w:t></w:r></w:p>'
    "</w:footnote>"
)
COMMENTS = (
    '<w:comment w:id="0" w:author="a"><w:p><w:r><w:t>weg</w:t></w:r></w:p>'
    "</w:comment>"
)
NAMES = {"style": "style", "text": "text", "table": "table",
         "office": "office", "draw": "drawing", "svg": "svg-compatible"}
OPEN = 'xmlns:xlink="http://www.w3.org/1999/xlink" ' + " ".join(
    'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % name
    for name in NAMES.items()
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:'
    'xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    "</manifest:manifest>"
)


def relations(*targets):
    rows = "".join(
        '<Relationship Id="r%d" Type="%sofficeDocument/2006/relationships/%s"'
        ' Target="%s"/>' % (i, W, kind, target)
        for i, (kind, target) in enumerate(targets)
    )
    return '<Relationships xmlns="%spackage/2006/relationships">%s' \
        "</Relationships>" % (W, rows)


def docx(out, body):
    out("[Content_Types].xml", TYPES)
    out("_rels/.rels", relations(("officeDocument", "word/document.xml")))
    parts = [("styles", STYLES), ("footnotes", NOTES), ("comments", COMMENTS)]
    out("word/_rels/document.xml.rels",
        relations(*[(kind, kind + ".xml") for kind, _ in parts]))
    for kind, content in parts:
        out("word/%s.xml" % kind,
            "<w:%s %s>%s</w:%s>" % (kind, WORD, content, kind))
    out("word/document.xml", "<w:document %s><w:body>%s</w:body></w:document>"
        % (WORD, body))


def odt(out, body):
    out("mimetype", "application/vnd.oasis.opendocument.text",
        zipfile.ZIP_STORED)
    out("META-INF/manifest.xml", MANIFEST)
    out("styles.xml", "<office:document-styles %s><office:styles/>"
        "</office:document-styles>" % OPEN)
    out("content.xml", "<office:document-content %s><office:body><office:text>"
        "%s</office:text></office:body></office:document-content>"
        % (OPEN, body))


kind, path, *more = sys.argv[1:]
with zipfile.ZipFile(path, "w") as archive:
    def add(name, content, packing=zipfile.ZIP_DEFLATED):
        if name.endswith(("xml", "rels")):
            content = '<?xml version="1.0"?>' + content
        archive.writestr(name, content, packing)

    {"docx": docx, "odt": odt}[kind](add, sys.stdin.read().replace("\n", ""))
    for name in more:
        add(name, "<x/>")
