//! Pictures, written by hand so that they can lie.

use std::io::Write as _;

use flate2::{Compression, Crc, write::ZlibEncoder};

/// A grey square of this side, with words beside it as cameras and editors leave them.
#[must_use]
pub fn png(side: u32, words: &str) -> Vec<u8> {
    let row = std::iter::once(0).chain((0..side).map(|_| 0x80));
    let rows: Vec<u8> = (0..side).flat_map(|_| row.clone()).collect();
    file(side, words, &rows)
}

/// Says that it is a square of this side and holds next to nothing.
#[must_use]
pub fn bomb(side: u32) -> Vec<u8> {
    file(side, "", &[0; 1_000])
}

fn file(side: u32, words: &str, rows: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(rows).expect("memory takes everything");
    let side = side.to_be_bytes();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        // Eight bits of grey.
        chunk(b"IHDR", &[&side[..], &side, &[8, 0, 0, 0, 0]].concat()),
        chunk(b"tEXt", format!("Place\0{words}").as_bytes()),
        chunk(b"IDAT", &packed.finish().expect("memory takes everything")),
        chunk(b"IEND", b""),
    ]
    .concat()
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).expect("a short chunk").to_be_bytes();
    let mut sum = Crc::new();
    sum.update(name);
    sum.update(data);
    [&length, &name[..], data, &sum.sum().to_be_bytes()].concat()
}
