#ifndef ZEITSTRAHL_RENDER_FIT_H_
#define ZEITSTRAHL_RENDER_FIT_H_

// Which stretch of time a picture shows.
//
//     time_scale scale = fit_scale({claim.when}, article.published, 24, 776);
//     double x = scale.x(published_time(*article.published));
//
// All bounds and the publication, with room for fades and arrow heads.  Where nothing
// happens for long and most of what does would be squeezed at one end, the axis is broken; where
// many marks stand close together all the same, it is broken around them and has another scale
// there.

#include <optional>
#include <vector>

#include "render/axis.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {

// At least one interval, none of them empty; left < right.
time_scale fit_scale(const std::vector<interval>& times, std::optional<day> published, double left,
                     double right);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_FIT_H_
