//! Draws a picture anew: smaller where it was huge, and without what else the file carried: places, cameras, scripts.

use std::io::Cursor;

use image::{ColorType, DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

use super::Picture;

/// Longest side, in pixels: what a card of a 4K wall can use.
const SIDE: u32 = 1_600;
/// A picture that unpacks to more than this is a trap, in pixels a side and bytes in all.
const LARGEST_SIDE: u32 = 12_000;
const LARGEST: u64 = 256 * 1_024 * 1_024;

/// The picture, or nothing where the bytes are none that we know.
pub(super) fn redraw(bytes: &[u8]) -> Option<Picture> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(LARGEST);
    reader.limits(limits);
    let picture = shrunk(upright(reader)?);
    let has_holes =
        matches!(picture.color(), ColorType::La8 | ColorType::Rgba8 | ColorType::La16 | ColorType::Rgba16);
    let (format, kind) =
        if has_holes { (ImageFormat::Png, "image/png") } else { (ImageFormat::Jpeg, "image/jpeg") };
    let picture = if has_holes {
        DynamicImage::from(picture.into_rgba8())
    } else {
        DynamicImage::from(picture.into_rgb8())
    };
    let mut drawn = Cursor::new(Vec::new());
    picture.write_to(&mut drawn, format).ok()?;
    Some(Picture { kind, bytes: drawn.into_inner().into() })
}

/// The picture as its camera was held: that is said beside the pixels, and what is beside them does not stay.
fn upright(reader: ImageReader<Cursor<&[u8]>>) -> Option<DynamicImage> {
    let mut decoder = reader.into_decoder().ok()?;
    if decoder.total_bytes() > LARGEST {
        return None;
    }
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    Some(picture)
}

fn shrunk(picture: DynamicImage) -> DynamicImage {
    if picture.width().max(picture.height()) <= SIDE { picture } else { picture.thumbnail(SIDE, SIDE) }
}

#[cfg(test)]
mod tests {
    use image::RgbImage;

    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        DynamicImage::from(RgbImage::new(width, height)).write_to(&mut file, ImageFormat::Png).unwrap();
        file.into_inner()
    }

    #[test]
    fn a_picture_is_drawn_anew_without_what_its_file_carried() {
        let mut file = png(40, 20);
        // A text chunk before the end, as cameras and editors leave them.
        let end = file.len() - 12;
        let mut chunk = b"\0\0\0\x0etEXtPlace\0Room 101".to_vec();
        chunk.extend(crc32fast::hash(&chunk[4..]).to_be_bytes());
        file.splice(end..end, chunk);
        let picture = redraw(&file).unwrap();
        assert_eq!(picture.kind, "image/jpeg");
        assert!(!picture.bytes.windows(8).any(|window| window == b"Room 101"));
    }

    #[test]
    fn a_picture_stands_upright() {
        let mut file = png(40, 20);
        // What a camera held on its side writes after the header: orientation 6, a quarter turn.
        let mut exif =
            b"\0\0\0\x1aeXIfII*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        exif.extend(crc32fast::hash(&exif[4..]).to_be_bytes());
        file.splice(33..33, exif);
        let drawn = image::load_from_memory(&redraw(&file).unwrap().bytes).unwrap();
        assert_eq!((drawn.width(), drawn.height()), (20, 40));
    }

    #[test]
    fn a_huge_picture_is_shrunk_and_a_trap_is_refused() {
        let small = redraw(&png(3_200, 100)).unwrap();
        let drawn = image::load_from_memory(&small.bytes).unwrap();
        assert_eq!((drawn.width(), drawn.height()), (SIDE, 50));
        assert!(redraw(&png(LARGEST_SIDE + 1, 1)).is_none());
    }

    #[test]
    fn what_is_no_picture_is_nothing() {
        for bytes in [b"<svg onload=alert(1)>".as_slice(), b"GIF89a", b"", &[0xff; 1_000]] {
            assert!(redraw(bytes).is_none());
        }
    }
}
