//! Pages: those that hold together, those with a column that was tampered with, and columns that are nothing but numbers.
#![no_main]

use arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use zubda::snapshot::{Columns, Snapshot};
use zubda_fuzz::{holds::page_holds, page};

fuzz_target!(|data: &[u8]| {
    let mut u = Unstructured::new(data);
    if let Ok(columns) = columns(&mut u) {
        page_holds(columns);
    }
});

fn columns(u: &mut Unstructured) -> Result<Columns> {
    match u.int_in_range(0..=7)? {
        0 => raw(u),
        1 | 2 => {
            let damages: Vec<(u8, u16, u32)> =
                (0..u.int_in_range(1..=3)?).map(|_| u.arbitrary()).collect::<Result<_>>()?;
            let mut columns = page(u)?;
            for (column, at, value) in damages {
                damage(&mut columns, column, usize::from(at), value);
            }
            Ok(columns)
        }
        _ => {
            let columns = page(u)?;
            assert!(Snapshot::new(columns.clone()).is_ok());
            Ok(columns)
        }
    }
}

fn raw(u: &mut Unstructured) -> Result<Columns> {
    Ok(Columns {
        url: u.arbitrary()?,
        title: u.arbitrary()?,
        language: u.arbitrary()?,
        names: u.arbitrary()?,
        tag: u.arbitrary()?,
        parent: u.arbitrary()?,
        flags: u.arbitrary()?,
        length: u.arbitrary()?,
        text: u.arbitrary()?,
        attribute_node: u.arbitrary()?,
        attribute_name: u.arbitrary()?,
        attribute_length: u.arbitrary()?,
        attribute_text: u.arbitrary()?,
    })
}

/// One value of one column becomes another: any, or one that is near.
fn damage(columns: &mut Columns, column: u8, at: usize, value: u32) {
    fn set<T: Copy>(column: &mut [T], at: usize, value: T) {
        if !column.is_empty() {
            let at = at % column.len();
            column[at] = value;
        }
    }
    let value = if value % 2 == 0 { value } else { value % 16 };
    match column % 12 {
        0 => set(&mut columns.tag, at, value as u16),
        1 => set(&mut columns.parent, at, value),
        2 => set(&mut columns.flags, at, value as u8),
        3 => set(&mut columns.length, at, value),
        4 => columns.text.insert(0, char::from_u32(value).unwrap_or('𝔈')),
        5 => drop(columns.text.pop()),
        6 => set(&mut columns.attribute_node, at, value),
        7 => set(&mut columns.attribute_name, at, value as u16),
        8 => set(&mut columns.attribute_length, at, value),
        9 => drop(columns.attribute_text.pop()),
        10 => drop(columns.parent.pop()),
        _ => columns.names.truncate(at),
    }
}
