// Brings an element into view where that is needed, and tells whether a click in its middle would reach it.
// arguments[0]: the element.
const element = arguments[0];
const isInReach = () => {
    const box = element.getClientRects()[0];
    const there = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return !!there && element.contains(there);
};
if (isInReach()) return true;
element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
return isInReach();
