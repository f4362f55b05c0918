//! A wallet's seed phrase: BIP-39 words with their checksum.

/// The English list of BIP-39, 2,048 words, sorted. No two share their first four letters, so a word is stored as how
/// many of them it shares with the word before, the rest of the four, and its length (`A` is 5) if it is longer.
///
/// Facts: <https://github.com/bitcoin/bips/blob/master/bip-0039/english.txt>, by way of the npm package `@scure/bip39` 2.4.
/// Printed by `scripts/seed-words.mjs`.
#[rustfmt::skip]
static WORDS: &str = "\
    0abanC2ilC2le2ouA3vA2seB3oB3tD3uB2usA1cceB3iD3oC3uB2hiC2id2ouD2quC2roB2t3iB3oA3rC3uB1dapA2d3iB3rC2juB2miA2ul\
    A2vaC3iB1eroC1ffaB3oB2raB1gaiA2e3nA2reA1heaA1im2r3pC2slA1larA2buA2coC2erA2ieA2l3eA3oA2moB2onA2phA2reC2so2teA\
    2waB1matC3zC2onA3uB2usB1nalC2chB3iC2geA3lA3rA2imB2klA2noD3uB2otC2swB2teC3iC2xiC2y1parA2olC2peB3lA3rC2riA1rch\
    3tB2ea3nA2guA2m3eA3oA3y2ouB2raC3eB3iB3oA2t3eD3iB3wC1sk2peB2saC3eA3iB3uB2thB1thlC2om2taB3eB3iD3rC1uctC2diA2gu\
    B2nt2thB3o3uB1verC2ocC3iA1wakA3rA3y2esC2fuA2kwC1xis0baby2chD3oA2dgA2g2laC3cC3l2mbB2naB3nB2r3eB3gC3rB2se3iA3k\
    B2ttB1eacA3n3uB2caC3oB2ef2foB2giA2haB3iB2liC3oA3t2ncA3eC2st2trB3tB3wC2yoB1icyC2d2ke2nd2olC2rd3tA2ttB1lacA3dA\
    3mA3nC3sA2eaA3sA2inA2ooA3sC3uB2ue3r3sA1oarA3t2dy2il2mb2ne3uA2ok3sA2rdB3iB3rB2ss2ttB2unB2x2y1racC3iA3nA3sA3vA\
    2eaA3eB2icA3dB3eA3gB3nA3sA2ocD3kB3nB3oA3tC3wA2usA1ubbB2ddA3gB2ffC2ilA2lb3k3lB2ndB3kB2rdB3gB3sA2s3iD3y2ttB2ye\
    A2zz0cabbC3iA3lA2ctB2ge2ke2ll3m2meB3p2n3aA3cB3dA3nB3oA3vB3yB2paC3iC3tC2r3bB3d3gA3pB3rA3t2se3h3iB3tB3uB2t3aC3\
    cA3eD3tB2ugB3sA3tC2ve1eilC2leB2meB2nsB3tC2reB3tC1haiA3lA3mD3nB3oA3pC3rB3sA3t2eaA3cA3eB3f3rB3sA2icC3eA3lA3mC2\
    oiB3oB2roC2ucC3nA3rA1igaA2nnD2rcB2tiC3y2viA1laiA3p3rC3w3y2eaA3rA3vB2icA3eB3fA3mA3nB3p2ocA3g3sA3tA3uA3wA2ub3m\
    A3sC3tB1oacA3sA2coC2de2ffB2il3n2llC3oA3uB2mbC3e3fC3iA3mB3pC2ncC3dC3fC3gD3nC3sD3tC3vD2ok3l2ppB3y2raA3e3n3rC2s\
    t2ttB2ucA3nC3pB3rB3sB2veA2yoB1racA3dB3fA3m3nA3sA3tB3wA3zA2eaA3dB3eA3w2icC3mA3sA3tB2op3sA3uB3wA2ucC3eA3iB3mC3\
    nB3sA2y3sC1ube2ltC2p3bD2riC3rC3tC3vA2shC3tB2te1yclA0dad2maB3p2ncA3gB2riB2sh2ugD2wn2y1eal2baB3rB2caB3eD3iB3lC\
    3oD3rD2er2feC3iB3y2grB2laA3iC2maB3iB2niB3tC3y2paB3eB3oC3tA3uB2riB2scD3eB3iB3k3pC3tC2taB3eB2veC3iB3oB1iagC3l3\
    mC3rA2ce2esB3t2ffB2giC3nC2leC2nnB3oD2reB3t2saD3cD3eC3h3mC3oD3pC3tD2veB3iB3oC2zzA1octB3uD2g2ll3pC2maB2naB3kB3\
    oA2or2se2ubB2ve1rafA3gB3mA3sC3w2eaA3sA2ifA3lA3nA3p3vA2op2um2y1uck2mb2ne2riB2st2tcA3y1warA1ynaC0eageA3lA2rlA3\
    n3tA2siB3t3y1cho2olC3nC1dge2it2ucC1ffoB1gg1ighA2thB1lboA2deA2ecD3gC3mC3pD3vD2itA2se1mbaB3oB3rC2erB2otC2plB3o\
    C3tA1nabB3cA2d3lC3oC2emA3rB2foC2gaB3iB2haC2joA2liB2ouB2riB3oB2suB2teA3iB3rA2veD1pisC1quaA3iA1ra3sA2odA3sC2ro\
    A2upA1scaB2saA3eC2taB1terC2hiB1vidD3l2okA3lB1xacA3mC2ceB3hD3iB3lC3uB2ecC3rD2haC3iC2ilA3sA3t2otB2paB3eB3iB3lC\
    3oB3rC2teB3rA1ye3bC0fabrB2ce3uC2de2inA3tA2ll3sA2me3iB3oB2n3cA3tC2rm2shC2t3aA3hB3iC2ulA2voD1eatC2brD2deC2e3d3\
    l2maB2ncA2stD2tcA2veA2w1ibeA2ctC2elA2guB2le3m3tB2naA3d3e3gB3iB2re3m3sA2scB3h2t3nC2x1lag3mA3sA3t3vB2ee2igB3p2\
    oaA3cA3oA3wB2uiA3sA2y1oam2cuA2g2il2ld3lB2od3t2rcA3eB3gB3k3tC3uA3wC2ssB3tB2unA2x1ragC3mA2eqD3sA2ieB3nB2og3nA3\
    sA3wA3zB2uiA1uel2n3nA2rnC3y2tuB0gadgB2in2laB3lC2me2p2raB3bC3dB3lB3mC2s3p2te3hB2ugA2ze1eneC3iB3rA3tB3uC2stC1h\
    osA1ianA2ft2ggB2ngB2raC3l2ve1lad3nB3rA3sA2idA3mC2obA3oA3rA3vA3w2ue1oat2ddC2ld2od3sA2riC2spB3sB2veB2wn1rab3cA\
    3iA3nA3pA3sA3vC2eaA3eA2id3eA3t2ocC3uA3w2unA1uarA2esA2idA3lA3tB2n1ym0habiA2ir2lf2mmB3sC2nd2ppA2rbB3d3sA3vC2t2\
    ve2wk2zaB1ead3lB3rA3vA2dgD2igB2llA3mB3p2n2ro1iddB2gh2ll2nt2p2re2stC1obbA2ckB2ld3e3iC3lB2me2neA2od2pe2rn3rB3s\
    A2spD3t2teA2ur2veA1ub2ge2maA3bB3oA2ndC3gB3t2rdB3rA3t2sbC1ybrB0ice2on1dea3nD2le1gnoB1ll3eC3nC1magA2itC2meC3uB\
    2paB3oB3rC3uC1nch3lC3oB3rD2deA3iD3oB3uD2faB3lC3oB2haB3eC2itC2jeB3uB2maB2neA3oD2puA2quC2saB3eB3iB3pC3tC2taB3e\
    D3o2veB3iB3oC1ron1slaB2olC2suA1tem1vorA0jackB2guB2r2zz1ealC3nA2llA2weA1ob2in2ke2urC2y1udgA2icA2mp2ngB3iB3k2s\
    t0kangD1een3p2tcC2y1ick2d3nB2nd3gC2ss2t3cC3e3tB2wi1nee2ifA2ocA3w0lab3eA3oA2ddB3y2ke2mp2ngD2ptB2rgA2teA3iA2ug\
    A3nC2va2w3n3sC2yeA2zy1eadB3f3rA3vA2ctC2ft2g3aA3eB2isC2moA2nd3gB3s2opC2ssB2ttB2veA1iar2beC3rC2ceC2fe3t2ghA2ke\
    2mb3iA2nk2on2quB2st2ttB2ve2zaB1oad3n2bsC2caA3k2giA2neB3g2op2ttC2ud3nB2ve2yaA1uckA2ggC2mbB2naA3cA2xuB1yriB0ma\
    chC2d2giA3nB2id3l3n2joA2ke2mmB2n3aB3dC3gA3sC3uB2plA2rbB3cA3gB3iB3kB3rD2sk3s3tB2tcA3eD3h3rB3tB2xiC2ze1eadB3n3\
    sC3t2chD2daA3iA2loB3t2mbB3oB2ntC3u2rcA3gA3iA3rA2sh3sC2taA3hB1iddB3nD2lk3lC2miA2nd3iC3oA3uB2raC3rB2seB3s3tC2x\
    3eA3tC1obiB2deA3iB2m3eB2niC3kB3sC3tA2on2raA3e3nC2sqD2thB3iB3oA2unD3sA2ve3iA1uch2ffB2le3tD2scB3eB3hD3iA3t2tuB\
    1yseB3tC2th0naivA2me2pkB2rrB2stA2tiB3uB1ear2ck2ed2gaD3lC2itC2phB2rvA2st2t3wC2utC2veA2ws2xt1ice2ghA1oblA2isA2\
    miC2odB2rmB3tA2se2taC3e3hC3iB2veA2w1uclC2mbB2rsA2t0oak1bey2jeB2liB2scC3eC2taB2viC1ccuA2eaA2toC1dor1ff3eA3iB2\
    teA1il1kay1ld2ivA2ymC1mit1nce2e2ioA2liB3y1pen3rA2inC2poB2tiB1ranB2biA2chC2deA3iD2gaA2ieB3gD2phB1strC1theA1ut\
    dC3eA3pB3sC1val2en3r1wn3eA1xygB1ystB1zonA0pact2ddB2ge2ir2laB3m2ndA3eA3iA3tC2peA2raB3eB3k3rB3tA2ss2tcA3h3iC3r\
    B3tC2usA2ve2ymC1eacA3nB3r3sC2liC2n3aC3cB2opB2ppB2rfC3mB3sB2t1honA3tA2raB2ysD1ianA2cnB3tC2ecA2g3eB2ll3oA2nk2o\
    nC2pe2stB2tcA2zzA1lacA3nB3sC3tA3y2eaB3dB2ucA3g3nB1oem3t2inA2laA3e3iB2nd3y2ol2puC2rtC2siD3sD3t2taB3tC2veC2wdB\
    3eA1racD3iB2edC3fB3pC3sC3tB3vC2icA3dA3mC3nA3oD3sB3vC3zA2obC3cC3dC3fB3gC3jC3mC3oA3pD3sC3tC3uA3vC1ublB2ddC2ll3\
    p3sA2mpC2ncA2piA3pA2rcD3iB3pC3sA2sh2t2zzB1yraC0qualC3nC3rC2esD2icA3t3z2otA0rabbB2ccC3e3k2daA3iA2il3n3sA2llA2\
    mp2ncA3dB3gA2piA2re2te3hB2veA2w2zoA1eadA3l3sB2beA3uC2caB3eC3iB3oB3yC2duB2flC3oB3uB2giB3rB3uC2jeB2laA3eC3iB3y\
    2maB3eD3iB3oB2ndB3eA3t2opB2paB3eB3lC3oB2quC2scB3eD3iB3oD3pD3uB2tiB3rC3uB2unC2veB3iB2waB1hytB1ib3bB2ce3h2de3g\
    A2flA2ghA3iA2ng2ot2ppB2sk2tuB2vaA3eA1oad3sA2boA3uB2ckB2maC2of3kB3m2se2taB2ugA3nA3tA2yaA1ubbB2de2g2le2n3wB2ra\
    A0sad3dB3nC2fe2il2laA3mB3oA3t3uB2me3pB2nd2tiC3oC2ucA3sC2ve2y1calA3n3rA3tC2enA2heB3oB2ieC3sD2orD3uA2raA3eB3iB\
    3uA1ea3rB3sB3t2coB3rB3tC3uD2ed3k2gmC2leB3l2miC2niB3sA3tD2riB3vC2ssC2ttB3uA2veA1hadB3fA3lC3rA2ed3lA3rC2ieB3fA\
    3nA3p3vB2ocA3e3oA3p3rA3uD3vA2riB3uA2ufC2y1iblC2ck2de2egA2ghA3n2leB3k3lA3vB2miC3pB2ncA3g2reA2stB2tuC2x2ze1kat\
    A2etB2i3lA3n3rA2ulA1lab3m2eeA3nC2icA3dA3gB3m2ogB3t3w2usA1malA3rA2ilA2okA3oB1nacA3kA3p2ifA2ow1oap2ccB3iB3k2da\
    2ft2laA3dC3iA3uD3vA2meC2ng2on2rrA3t2ul3nA3p3rB3tA1pacA3rA3tC3wA2eaA3cC3eA3lA3nA2heB2icA3dB3kA3n3rB2liA2oiA3n\
    C3oA3rA3t2raA3eB3iB2y1quaB3eC3iD1tabB3dC3fA3gA3iB3mA3nA3rA3tA3y2eaA3eA3m3p3rB2icA3lA3nA2ocA3mC3nA3oA3rA3vA2r\
    aD3eB3iB3oB3uD2udC3fA3mC2ylA1ubjC3mB3wB2ccC3h2ddB2ffB2gaA3gC2it2mmB2n3nA3sB2peA3pB3rC2re3fC3gA3pD3rD3vB2spC3\
    tC1walC3mA3p3rA2eaA3eA2ifA3m3nA3tB2orA1ymbB3pC2ruA2stB0tablA2ckB2g2il2leB3k2nk2pe2rgB2sk3tA2ttB2xi1eacA3m2ll\
    2n3aB3nB3t2rm2st2xt1hanA3t2emA3n3oB3rA3y2inA3s2ouC2reA3iB3oA2umA3nC1ickB2de2geA2lt2mbB3e2ny2p2reA2ssB2tlA1oa\
    sA2baC2daA3dC2e2geD2ilB2keA2maB3oD2ne3gB3iC2ol3tA2p3iA3pB2rcA3nC3tD2ss2taA2urC2waB3eA3n2y1racA3dA3fC3gB3iA3n\
    D3p3sA3vB3y2eaA3e3nA2iaA3bA3cA3gC3m3p2opB3uC2ucA3e3lA3mC3sA3tA2y1ube2itC2mbB2na3nB2rkB3n3tB1welB3nB2icA3n3sA\
    2o1ype3iC0ugly1mbrD1nabB3wC2clA3oC2deA3o2faB3oB2haC2ifC3qB3t3vD2knC2loB2tiA2usC2veB1pdaB2grC2hoB2on2peA2seA1\
    rbaA2ge1sagA2e3d3fB3lC2uaA1tilC0vacaB3uB2guA2liA3lB3vA2n3iB2poA2riC2st2ulA1ehiC2lvB2ndB3tC3uA2rb3iB3sC3y2ssB\
    2teC1iabB2brC2ciC3tC2deA2ew2llC2ntC2olB2rtC3uA2sa3iA3uB2taA2viA1ocaA2icA3d2lcC3uB2te2yaB0wage3oA2it2lk3l3nB2\
    nt2rfC3m3rC2sh3p3tA2teA2ve2y1ealB3pB3r3sB3tC2b2ddC2ekC2irA2lcC2st2t1halA3t2eaA3eA3n3rA2ip3sC1ide3tA2fe2ld3l2\
    n3dB3e3g3k3nB3tB2re2sdB3e3h2tnC1olf2maA2ndB2od3l2rd3k3lA3rA3tA1rap2ecA3sC2isA3tA2onA0yard1ear2llB1ou3nA3tA0z\
    ebrA2ro1one2o\
";

/// Whether the text is 12, 15, 18, 21 or 24 words of the list whose last bits are their checksum.
pub(super) fn is_seed_phrase(text: &str) -> bool {
    let count = text.split_ascii_whitespace().count();
    if !matches!(count, 12 | 15 | 18 | 21 | 24) {
        return false;
    }
    // 11 bits a word; of 33 bits, 32 are entropy and one is checksum.
    let mut bits = [0_u8; 33];
    for (word, text) in text.split_ascii_whitespace().enumerate() {
        let Some(index) = index_of(text) else { return false };
        for bit in (0..11).filter(|bit| index >> (10 - bit) & 1 == 1) {
            let at = word * 11 + bit;
            if let Some(byte) = bits.get_mut(at / 8) {
                *byte |= 0x80 >> (at % 8);
            }
        }
    }
    let entropy = count * 4 / 3;
    let (Some(known), Some(last)) = (bits.get(..entropy), bits.get(entropy)) else { return false };
    let shift = 8 - count / 3;
    first_hash_byte(known) >> shift == last >> shift
}

/// The word's place in the list.
fn index_of(word: &str) -> Option<usize> {
    if word.len() < 3 || word.len() > 8 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let mut head = [0_u8; 4];
    let mut index = 0_usize; // of the word that `head` spells, counted from 1
    let mut letters = 0;
    let mut length = 0;
    for sign in WORDS.bytes().chain([b'0']) {
        match sign {
            b'0'..=b'3' => {
                if length == word.len() && head.get(..letters) == word.as_bytes().get(..letters) {
                    return index.checked_sub(1);
                }
                index += 1;
                letters = usize::from(sign - b'0');
                length = letters;
            }
            b'A'..=b'Z' => length = usize::from(sign - b'A') + 5,
            letter => {
                *head.get_mut(letters)? = letter;
                letters += 1;
                length = letters;
            }
        }
    }
    None
}

/// The first byte of SHA-256 (FIPS 180-4) of a text that fits in one block.
#[expect(clippy::many_single_char_names, reason = "the standard's own names")]
fn first_hash_byte(text: &[u8]) -> u8 {
    #[rustfmt::skip]
    const K: [u32; 64] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ];
    let mut block = [0_u8; 64];
    for (to, from) in block.iter_mut().zip(text.iter().chain([&0x80])) {
        *to = *from;
    }
    if let Some(last) = block.last_chunk_mut::<2>() {
        *last = u16::try_from(text.len() * 8).unwrap_or_default().to_be_bytes();
    }
    let mut words = [0_u32; 16];
    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
        *word = bytes.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = FIRST;
    for k in K {
        let [w0, w1, .., w9, _, _, _, _, w14, _] = words;
        let t1 = h
            .wrapping_add(e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25))
            .wrapping_add((e & f) ^ (!e & g))
            .wrapping_add(k)
            .wrapping_add(w0);
        let t2 =
            (a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22)).wrapping_add((a & b) ^ (a & c) ^ (b & c));
        [a, b, c, d, e, f, g, h] = [t1.wrapping_add(t2), a, b, c, d.wrapping_add(t1), e, f, g];
        words.rotate_left(1);
        if let Some(last) = words.last_mut() {
            *last = w0
                .wrapping_add(w1.rotate_right(7) ^ w1.rotate_right(18) ^ (w1 >> 3))
                .wrapping_add(w9)
                .wrapping_add(w14.rotate_right(17) ^ w14.rotate_right(19) ^ (w14 >> 10));
        }
    }
    let [first, ..] = a.wrapping_add(FIRST[0]).to_be_bytes();
    first
}

/// SHA-256's initial hash value.
const FIRST: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

#[cfg(test)]
mod tests {
    use super::{index_of, is_seed_phrase};

    #[test]
    fn the_list_is_whole() {
        for (word, index) in [("abandon", 0), ("ability", 1), ("act", 19), ("zone", 2046), ("zoo", 2047)] {
            assert_eq!(index_of(word), Some(index), "{word}");
        }
        for word in ["abandoned", "abando", "zo", "zoos", "Abandon", ""] {
            assert_eq!(index_of(word), None, "{word}");
        }
    }

    #[test]
    fn phrases_of_the_test_vectors() {
        let all = |word: &str, count: usize, last: &str| [&format!("{word} ").repeat(count - 1), last].concat();
        // (phrase, is one, reason): https://github.com/trezor/python-mnemonic/blob/master/vectors.json
        let table = [
            (all("abandon", 12, "about"), true, "128 zero bits"),
            (all("abandon", 18, "agent"), true, "192 zero bits"),
            (all("abandon", 24, "art"), true, "256 zero bits"),
            (all("zoo", 12, "wrong"), true, "128 one bits"),
            (all("zoo", 24, "vote"), true, "256 one bits"),
            (all("abandon", 12, "abandon"), false, "checksum"),
            (all("abandon", 13, "about"), false, "count"),
            (all("password", 12, "about"), false, "no word of the list"),
        ];
        for (phrase, expected, reason) in table {
            assert_eq!(is_seed_phrase(&phrase), expected, "{reason}");
        }
    }
}
