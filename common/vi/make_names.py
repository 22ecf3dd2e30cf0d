#!/usr/bin/env python3
"""usage: zstdcat articles.seg.txt.zst | make_names.py

Learns what the layer ner of `tag` knows beside the lists that people wrote, from word-segmented text
(words apart, the syllables of a word joined by "_") on standard input. Writes, beside this file,
names.txt (names, words in the names of organisations, words that are no names) and names.weights
(how much a word beside a name or in it speaks for each type of name).

Names of a known type come from the lists and from words that leave little doubt (ông, tỉnh, công
ty); what stands beside them and in them gives weights; these tell the types of further names, which
give better weights; and so on, as in Collins and Singer, "Unsupervised Models for Named Entity
Classification" (1999), with the weights of a naive Bayes model. No sentence is kept. Of persons,
only foreign names that are met often are kept: those of Vietnamese are told by their family names.
"""
import collections
import math
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).parent
TYPES = ("per", "loc", "org", "none")
ROUNDS = 4
LEAST_SEEN = 4        # a name that is seen less is not learned from
MARGIN = 30           # eighths of a bit between the best type and the next, to learn from it
SURE = 60             # and to keep it in names.txt
LIMIT = 64            # of a weight
MOST_MENTIONS = 8     # a name's surroundings count as that many mentions at most
NEW_TONES = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
OLD_TONES = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
NAME = re.compile(r"[^\W\d_][\w'’.&+-]*$")
MARKS = set(",.()“”\":;-–/&?!")


def unify(text):
    """Places tone marks as the lists do."""
    for new, old in zip(NEW_TONES, OLD_TONES):
        if new in text:
            text = re.sub(r"(?<![qQ])" + new + r"\b", old, text)
    return text


def read_list(name):
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [unify(line.strip()) for line in lines if line.strip() and not line.startswith("#")]


class Lists:
    def __init__(self):
        self.places = set(read_list("places.txt"))
        self.organisations = set(read_list("organisations.txt"))
        self.persons = set(read_list("persons.txt"))
        self.family = set(read_list("family_names.txt"))
        self.given = set(read_list("given_names.txt"))
        self.kinds = collections.defaultdict(set)
        self.others = set()
        for line in read_list("name_words.txt"):
            kind, words = line.split(" ", 1)
            if kind in TYPES:
                self.others.add((kind, words))
            else:
                self.kinds[words].add(kind)
        self.none = {words for kind, words in self.others if kind == "none"}
        self.titles = {words for words, kinds in self.kinds.items()
                       if kinds & {"address", "title"}}
        self.heads = {words for words, kinds in self.kinds.items() if kinds & {"head", "state"}}
        self.openers = {words for words, kinds in self.kinds.items() if "opener" in kinds}
        self.syllables = {line.split()[0] for line in read_list("syllables.txt")
                          if int(line.split()[1]) >= 2}

    def is_native(self, word):
        return unify(word.lower()) in self.syllables

    def known_prefix(self, words):
        """How many words of a run of capitals are a name of their own before the rest."""
        for length in range(min(4, len(words) - 1), 0, -1):
            name = " ".join(words[:length])
            if length == 1 and self.is_native(words[0]) and self.is_native(words[1]):
                continue
            if name in self.places or name in self.organisations:
                return length
        return 0


class Counts:
    """What stands beside each name, and more."""

    def __init__(self, lists):
        self.lists = lists
        self.left = collections.defaultdict(collections.Counter)
        self.right = collections.defaultdict(collections.Counter)
        self.total = collections.Counter()
        self.inside = collections.Counter()  # not at the start of a sentence
        self.lower = collections.Counter()   # words of the segmenter in lower case
        self.behind_heads = collections.Counter()

    def read(self, lines):
        for number, line in enumerate(lines):
            words = line.split()
            if 2 * sum(word[:1].isupper() for word in words) <= len(words):
                self.read_line(words)
            if number % 1000000 == 999999:
                self.forget()

    def forget(self):
        """Frees the memory of names met once so far."""
        for name in [name for name, total in self.total.items() if total < 2]:
            for table in (self.left, self.right, self.total, self.inside):
                table.pop(name, None)
        for words in [words for words, total in self.behind_heads.items() if total < 2]:
            del self.behind_heads[words]

    def read_line(self, words):
        at = 0
        while at < len(words):
            word = words[at]
            if not word[:1].isupper():
                if word[:1].isalpha():
                    self.lower[word] += 1
                at += 1
                continue
            self.read_behind_head(words, at)
            end = at
            while end < len(words) and all(part[:1].isupper() for part in words[end].split("_")):
                end += 1
            if end > at:
                self.read_name(words, at, end)
            at = max(end, at + 1)

    def read_behind_head(self, words, at):
        syllables = " ".join(words[at:at + 9]).replace("_", " ").split()
        for head in range(5, 0, -1):
            if unify(" ".join(syllables[:head])).lower() in self.lists.heads:
                behind = syllables[head:head + 8]
                for length in range(2, len(behind) + 1):
                    if not behind[length - 1][:1].isalpha():
                        break
                    self.behind_heads[unify(" ".join(behind[:length]))] += 1
                return

    def read_name(self, words, at, end):
        name = unify(" ".join(words[at:end]).replace("_", " ")).split()
        before = unify(" ".join(words[max(0, at - 2):at]).replace("_", " ").lower()).split()
        behind = unify(" ".join(words[end:end + 2]).replace("_", " ").lower()).split()
        is_first = at == 0 or words[at - 1] in ".?!\"“”-–:…•*("
        if is_first and len(name) > 1 and name[0].lower() in self.lists.openers:
            before, name, is_first = [name[0].lower()], name[1:], False
        while (length := self.lists.known_prefix(name)):
            before, name, is_first = [word.lower() for word in name[:length]], name[length:], False
        if len(name) > 1 and name[0].lower() in self.lists.titles | self.lists.heads and \
                self.lists.is_native(name[0]) and name[0] not in self.lists.family:
            return
        if not all(NAME.match(word) for word in name) or len(name) > 6:
            return
        name = " ".join(name)
        self.total[name] += 1
        if not is_first:
            self.inside[name] += 1
            for length in (1, 2):
                if len(before) >= length:
                    self.left[name][" ".join(before[-length:])] += 1
        for length in (1, 2):
            if len(behind) >= length:
                self.right[name][" ".join(behind[:length])] += 1


# Words directly before a name that leave little doubt of its type.
STRONG = {
    "per": """ông|bà|anh|chị|em|cô|chú|cậu|ngài|bé|nghệ sĩ|ca sĩ|diễn viên|đạo diễn|nhạc sĩ|luật sư|
bác sĩ|bị cáo|nghi phạm|đối tượng|nạn nhân|tiền đạo|tiền vệ|hậu vệ|thủ môn|cầu thủ|hlv|đại tá|thượng tá|
trung tá|thiếu tướng|trung tướng|đại tướng|hoa hậu|á hậu|người mẫu|cháu|bị can|tiến sĩ|giáo sư|nữ hoàng|
tỷ phú|nhà báo|chuyên gia|siêu mẫu|nghị sĩ|hoàng tử|danh hài|đô đốc|trung vệ|tay vợt|võ sĩ|đồng chí""",
    "loc": """tỉnh|huyện|xã|phường|quận|thị xã|thành phố|thị trấn|thôn|sông|đảo|bang|ấp|thủ đô|biển|
quần đảo|vịnh|núi|đèo|hồ|bản|xóm|làng|tiểu bang|ở|bán đảo|đường|phố|cao nguyên|miền|tại""",
    "org": """công ty|tập đoàn|ngân hàng|clb|báo|hãng tin|hãng|tờ|đại học|trường|tạp chí|đài truyền hình|
kênh truyền hình|đài|câu lạc bộ|đội bóng|tổ chức|hãng thông tấn|tổng công ty|bệnh viện|công ty cổ phần|
trang tin|cơ quan|nhật báo|tờ báo|hãng hàng không|công ty tnhh""",
    "none": """giải|bão|phim|bộ phim|ca khúc|bài hát|cuốn|cuốn sách|album|xe|mẫu xe|tên lửa|máy bay|
tiêm kích|chiến đấu cơ|trực thăng|tàu|tàu chiến|điện thoại|dự án|luật|chương trình|cúp|vở|mv|tiểu thuyết|
cuộc thi|vụ|nghị định|dòng|chiếc|loại|lễ hội|vaccine|virus|bệnh|thuốc|tàu sân bay|tàu ngầm|oanh tạc cơ|
xe tăng|hệ thống|đêm|lễ|nghị quyết|vòng|danh hiệu|giống|súng|triệu|tỷ|tỉ|nghìn|mùa|bằng|hội chứng|series|
gameshow|show|sự kiện|tết|dịp|người|dân tộc|tiếng|khu trục hạm""",
}
STRONG = {kind: {word.strip() for word in text.split("|")} for kind, text in STRONG.items()}


class Model:
    def __init__(self, lists, counts):
        self.lists, self.counts = lists, counts
        self.names = [name for name in counts.total if counts.total[name] >= LEAST_SEEN]
        self.given = {name: self.given_type(name) for name in self.names}
        self.weights = {}

    def features(self, name):
        """Pairs of what speaks for a type and how many mentions of ten have it."""
        counts = self.counts
        total = counts.total[name]
        for place, table in (("left", counts.left), ("right", counts.right)):
            for words, count in table[name].items():
                if all(word.isalpha() or word in MARKS for word in words.split()):
                    yield (place, words), count / total, False
        words = name.split()
        is_native = all(self.lists.is_native(word) for word in words)
        letter = "c" if name.isupper() and len(name) > 1 else "v" if is_native else "f"
        yield ("shape", f"{min(4, len(words))}{letter}"), 1, True
        yield ("first", words[0].lower()), 1, True
        yield ("last", words[-1].lower()), 1, True
        for word in words:
            if len(word) > 3 and not self.lists.is_native(word):
                yield ("ending", word[-3:].lower()), 1, True

    def given_type(self, name):
        lists, words = self.lists, name.split()
        left = self.counts.left[name]
        if name in lists.none:
            return "none"
        if name in lists.persons:
            return "per"
        if (name in lists.places) != (name in lists.organisations):
            return "loc" if name in lists.places else "org"
        share = {kind: sum(left[word] for word in strong) / max(4, self.counts.inside[name])
                 for kind, strong in STRONG.items()}
        if len(words) in (3, 4) and words[0] in lists.family and \
                all(map(lists.is_native, words)) and (words[1] in ("Văn", "Thị") or
                                                      words[-1] in lists.given):
            return "per" if share["loc"] + share["org"] < 0.2 else None
        best, next_best = sorted(share, key=share.get)[:-3:-1]
        return best if share[best] >= 0.35 and share[best] > 3 * share[next_best] else None

    def train(self, types):
        counts = {kind: collections.Counter() for kind in TYPES}
        for name, kind in types.items():
            if kind:
                mentions = min(self.counts.total[name], 30) / 3
                for feature, share, is_inner in self.features(name):
                    counts[kind][feature] += 1 if is_inner else share * mentions
        names = collections.Counter(types.values())
        totals = {kind: collections.Counter() for kind in TYPES}
        for kind in TYPES:
            for (place, _), count in counts[kind].items():
                totals[kind][place] += count

        def whole(kind, place):
            """What counts are divided by; the shape alone tells how frequent a type is."""
            if place == "shape":
                return sum(names[kind] for kind in TYPES)
            return names[kind] if place in ("first", "last", "ending") else totals[kind][place]

        self.weights = {}
        for feature in set().union(*counts.values()):
            met = sum(counts[kind][feature] for kind in TYPES)
            if met < 4:
                continue
            chance = {kind: (counts[kind][feature] + 0.5) / (whole(kind, feature[0]) + 1000)
                      for kind in TYPES}
            trust = met / (met + 6)
            sum_of_chances = sum(chance.values())
            self.weights[feature] = {
                kind: max(-LIMIT, min(LIMIT, round(8 * math.log2(
                    trust * 4 * chance[kind] / sum_of_chances + 1 - trust)))) for kind in TYPES}

    def score(self, name):
        scores = dict.fromkeys(TYPES, 0.0)
        mentions = min(self.counts.total[name], MOST_MENTIONS) / 2
        for feature, share, is_inner in self.features(name):
            weights = self.weights.get(feature)
            if weights:
                for kind in TYPES:
                    scores[kind] += weights[kind] * (1 if is_inner else share * mentions)
        best, next_best = sorted(scores, key=scores.get)[:-3:-1]
        return best, scores[best] - scores[next_best]

    def learn(self):
        types = self.given
        for _ in range(ROUNDS):
            self.train(types)
            types = {}
            for name in self.names:
                best, margin = self.score(name)
                types[name] = self.given[name] or (best if margin > MARGIN else None)
        self.train(types)

    def keeps(self, name, kind):
        lists, counts, words = self.lists, self.counts, name.split()
        if any(name in known for known in (lists.places, lists.organisations, lists.persons,
                                           lists.none)):
            return False
        if counts.total[name] < 12 or counts.inside[name] < 6 or len(name) < 3 or \
                re.search(r"\.$|\b[A-ZĐ]\.|\.[A-ZĐ]\b", name):
            return False
        is_native = all(map(lists.is_native, words))
        kinds = lists.kinds[words[0].lower()]
        if kinds and ("address" in kinds or words[0] not in lists.family):
            return False
        if kind == "per" and (is_native or counts.total[name] < 20):
            return False
        if len(words) == 1 and (counts.lower[name.lower()] * 2 > counts.inside[name]):
            return False
        if is_native and len(words) == 1:
            return False
        if any(" ".join(words[:length]) in lists.places | lists.organisations
               for length in range(1, len(words))) and kind != "org":
            return False
        if is_native and words[0] in lists.family and words[-1] in lists.given and kind != "none" \
                and len(words) > 2:
            return False
        return not name.isupper() or len(words) == 1 and kind == "org"

    def kept(self):
        for name in self.names:
            kind, margin = self.score(name)
            if margin >= SURE and self.keeps(name, kind):
                yield kind, name


NO_BODY = {"tại", "ở", "của", "chi", "do", "cho", "trên", "từ", "gồm", "là", "với", "đã", "vừa", "có",
           "hay", "các", "hai", "những", "này", "đó", "sẽ", "đang", "được", "bị"}


def bodies(lists, counts, words):
    """What stands between a head and a place or the word for one: Giáo dục và Đào tạo."""
    areas = {name for name, kinds in lists.kinds.items() if "place" in kinds}
    not_inside = areas | lists.heads | lists.titles
    found = collections.Counter()
    for behind, count in counts.behind_heads.items():
        parts = behind.split()
        for at in range(2, len(parts)):
            rest, body = " ".join(parts[at:]), parts[:at]
            if (rest in lists.places or rest.lower() in areas) and body[0][0].isupper() and \
                    any(part[0].islower() for part in body) and not NO_BODY & set(body):
                found[" ".join(body)] += count
    for body, count in found.items():
        parts = body.split()
        pairs = [" ".join(parts[i:i + 2]) for i in range(len(parts) - 1)]
        if count >= 8 and not any(name in lists.places for name in pairs + parts) and \
                not {name.lower() for name in pairs + parts} & not_inside and \
                (parts[-1][0].isupper() and parts[-1] not in lists.family or
                 pairs[-1].lower() in words):
            yield body


def words_in_use(lists, counts):
    """Words of several syllables; rarer ones, too, where the first might be taken for a name."""
    in_names = {name.lower() for name in lists.family | lists.given}
    for word, count in counts.lower.items():
        syllables = [unify(syllable) for syllable in word.split("_")]
        least = 10 if syllables[0] in in_names else 80
        if len(syllables) > 1 and count >= least and all(map(str.isalpha, syllables)) and \
                not any("address" in lists.kinds[" ".join(syllables[:length])]
                        for length in range(1, len(syllables))):
            yield " ".join(syllables)


def write_names(lists, counts, model):
    lines = {f"{kind} {name}" for kind, name in model.kept()}
    words = set(words_in_use(lists, counts))
    lines |= {"body " + body for body in bodies(lists, counts, words)}
    lines |= {"word " + word for word in words}
    head = """# Names and words near names, learned from news articles by make_names.py; see README.md.
#
#   per|loc|org|none NAME   what the name is
#   body WORDS              stand in the name of an organisation, behind its head
#   word WORDS              are a word of several syllables and no name, whatever its first may be
"""
    (FOLDER / "names.txt").write_text(head + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


# Beside a club that is called by its place; the articles tell too little of it, as its type is learned
# from the name. Other places are in the lists as nothing else, which counts more.
CLUB_LEFT = """khoác áo|đầu quân|gia nhập|chiêu mộ|tiếp đón|làm khách|đụng độ|chạm trán|đối đầu|trận gặp|
trận thắng|trận thua|trận hòa|thất bại trước|chiến thắng trước|thua trước|cầm hòa|hạ gục|quật ngã|lưới|
màu áo|sân của|hlv của|thủ quân|khung thành"""
CLUB_RIGHT = """ngược dòng|gỡ hòa|dẫn trước|dẫn bàn|thắng đậm|thắng ngược|thắng trận|thắng kịch|thắng dễ|
cầm hòa|đại thắng|đại bại|thua đậm|thua trận|thua ngược|để thua|xuống hạng|thăng hạng|trụ hạng|bất bại|
chiêu mộ|mở tỷ|mở tỉ|đánh bại|hạ gục|chia điểm|hòa trên|sa thải"""
CLUB_WEIGHTS = "20 -16 30 -8"


def write_weights(model):
    met = collections.Counter(feature for name in model.names
                              for feature, _, _ in model.features(name))
    lines = []
    for (place, words), weights in model.weights.items():
        values = [weights[kind] for kind in TYPES]
        parts = words.split()
        if max(values) - min(values) < 10 and place != "shape":
            continue
        if place in ("left", "right"):
            if met[place, words] < 10:
                continue
            nearer = parts[-1] if place == "left" else parts[0]
            if len(parts) > 1 and (place, nearer) in model.weights:
                near = model.weights[place, nearer]
                if max(abs(weights[kind] - near[kind]) for kind in TYPES) < 14:
                    continue
        elif place != "shape" and met[place, words] < 8:
            continue
        lines.append(f"{place} {' '.join(map(str, values))} {words}")
    for place, words in (("left", CLUB_LEFT), ("right", CLUB_RIGHT)):
        listed = {words.strip() for words in words.split("|")}
        lines = [line for line in lines
                 if not (line.startswith(place + " ") and line.split(" ", 5)[5] in listed)]
        lines += [f"{place} {CLUB_WEIGHTS} {words}" for words in listed if words.count(" ") == 1]
    head = """# How much what stands beside a name and in it speaks for each type of name, in eighths of a bit:
# learned from news articles by make_names.py; see README.md.
#
#   PLACE PER LOC ORG NONE WORDS
"""
    (FOLDER / "names.weights").write_text(head + "\n".join(sorted(lines)) + "\n",
                                          encoding="utf-8")


def main():
    lists = Lists()
    counts = Counts(lists)
    counts.read(sys.stdin)
    model = Model(lists, counts)
    model.learn()
    write_names(lists, counts, model)
    write_weights(model)


if __name__ == "__main__":
    main()
